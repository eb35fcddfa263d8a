using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace MonitoringReturns.TestHandler;

/// <summary>What a connection heard, byte for byte: the server's own header collection loses order and spelling.</summary>
internal sealed class HeardBytes
{
    private const int Enough = 64 * 1024;
    private readonly MemoryStream _bytes = new();

    public static ConnectionDelegate Listen(ConnectionDelegate next) => async connection =>
    {
        var heard = new HeardBytes();
        connection.Features.Set(heard);
        connection.Transport = new Tapped(PipeReader.Create(new Tap(connection.Transport.Input.AsStream(), heard)), connection.Transport.Output);
        await next(connection);
    };

    /// <summary>Everything since the last call.</summary>
    public string Take()
    {
        var text = System.Text.Encoding.Latin1.GetString(_bytes.GetBuffer(), 0, (int)_bytes.Length);
        _bytes.SetLength(0);
        return text;
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length < Enough)
            _bytes.Write(bytes);
    }

    private sealed record Tapped(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class Tap(Stream source, HeardBytes heard) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await source.ReadAsync(buffer, cancellationToken);
            heard.Add(buffer.Span[..read]);
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
