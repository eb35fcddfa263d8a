using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Azure;

namespace MonitoringReturns.Storage.Tables;

/// <summary>
/// Reads a transaction's multipart answer: parts between boundaries named in the headers, with either line end, each an HTTP answer. Boundaries
/// are known by their own lines, so parts are taken from a change set or straight from the batch.
/// </summary>
internal static class TransactionReader
{
    /// <exception cref="TableTransactionFailedException">A part tells of an error.</exception>
    /// <exception cref="InvalidDataException">It is no such answer.</exception>
    public static List<Response> Read(ReadOnlyMemory<byte> body, string? contentType, int expected)
    {
        var outer = BoundaryOf(contentType) ?? throw new InvalidDataException("The transaction's answer names no boundary.");
        var inner = outer;
        var answers = new List<Response>(expected);
        var lines = new Lines(body.Span);
        while (lines.Next())
        {
            if (!IsBoundary(lines.Line, outer) && !IsBoundary(lines.Line, inner))
                continue;
            while (lines.Next() && !lines.Line.IsEmpty && !IsStatus(lines.Line))
                if (ValueOf(lines.Line, "Content-Type"u8) is { } type && BoundaryOf(type) is { } named)
                    inner = named;
            while (lines.Line.IsEmpty && lines.Next())
            {
                // An emulator leaves an empty line more than the standard.
            }
            if (IsStatus(lines.Line))
                answers.Add(ReadAnswer(ref lines, body));
            else
                lines.Back();
        }
        return answers.Count == expected
            ? answers
            : throw new InvalidDataException($"The transaction's answer has {answers.Count} parts for {expected} actions.");
    }

    private static TransactionActionResponse ReadAnswer(ref Lines lines, ReadOnlyMemory<byte> body)
    {
        var status = StatusOf(lines.Line);
        string? etag = null;
        while (lines.Next() && !lines.Line.IsEmpty)
            etag = ValueOf(lines.Line, "ETag"u8) ?? etag;
        if (status < 400)
            return new(status, etag);
        var (start, end) = (lines.Next() ? lines.Start : body.Length, body.Length);
        while (end == body.Length && lines.Next())
            if (lines.Line.StartsWith("--"u8))
                end = lines.Start;
        throw Failure(status, TableErrorParser.Parse(body[start..end]));
    }

    // The service writes which action failed before its message: "2:The specified entity already exists."
    private static TableTransactionFailedException Failure(int status, ResponseError? error)
    {
        var message = error?.Message ?? "";
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        var says = int.TryParse(message.AsSpan(0, Math.Max(colon, 0)), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        int? index = says ? number : null;
        var which = index is null ? "an action" : $"action {index}";
        return new(status, $"The transaction was not done: {which} got {status} {error?.Code}. {message}", error?.Code, index);
    }

    private static bool IsBoundary(ReadOnlySpan<byte> line, ReadOnlySpan<byte> boundary) =>
        line.StartsWith("--"u8) && line[2..].StartsWith(boundary) && line[(2 + boundary.Length)..].Trim(" \t"u8).IsEmpty;

    private static bool IsStatus(ReadOnlySpan<byte> line) => line.StartsWith("HTTP/"u8);

    private static int StatusOf(ReadOnlySpan<byte> line) =>
        line.IndexOf((byte)' ') is > 0 and var space && Utf8Parser.TryParse(line[(space + 1)..], out int status, out _)
            ? status
            : throw new InvalidDataException("A part of the transaction's answer has no status.");

    private static string? ValueOf(ReadOnlySpan<byte> header, ReadOnlySpan<byte> name) =>
        header.Length > name.Length && header[name.Length] == ':' && Ascii.EqualsIgnoreCase(header[..name.Length], name)
            ? Encoding.ASCII.GetString(header[(name.Length + 1)..].Trim((byte)' '))
            : null;

    private static byte[]? BoundaryOf(string? contentType)
    {
        const string Parameter = "boundary=";
        var at = contentType?.IndexOf(Parameter, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
            return null;
        var value = contentType.AsSpan(at + Parameter.Length);
        if (value.IndexOf(';') is >= 0 and var end)
            value = value[..end];
        return Encoding.ASCII.GetBytes(value.Trim(" \"").ToString());
    }

    /// <summary>A walk over lines that end with LF, or CR and LF; <see cref="Line"/> is without its end.</summary>
    private ref struct Lines(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private int _next;

        public int Start { get; private set; }

        public ReadOnlySpan<byte> Line { get; private set; }

        public bool Next()
        {
            Start = _next;
            if (_next >= _text.Length)
            {
                Line = default;
                return false;
            }
            var rest = _text[_next..];
            var end = rest.IndexOf((byte)'\n');
            _next += end < 0 ? rest.Length : end + 1;
            Line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
            return true;
        }

        /// <summary>Makes the line just read the next one again.</summary>
        public void Back() => _next = Start;
    }
}
