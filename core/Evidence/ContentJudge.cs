using System.Buffers.Binary;

namespace MonitoringReturns.Core.Evidence;

/// <summary>What a file is by its content, or why it isn't taken: one of the two.</summary>
public readonly record struct Judged(FileKind? Kind, FileFault? Fault)
{
    public static implicit operator Judged(FileKind kind) => new(kind, null);

    public static implicit operator Judged(FileFault fault) => new(null, fault);
}

/// <summary>
/// Judges a file by its content alone: how it begins, how it ends, and what an Office file says of itself. What is also a zip, as a program may hide
/// in a picture, is none of these.
/// </summary>
public static class ContentJudge
{
    private const int Start = 32;

    /// <summary>Where readers look for the end of a PDF.</summary>
    private const int PdfEnd = 1024;

    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    /// <param name="content">The whole file, seekable; left at any place.</param>
    public static Judged Judge(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length == 0)
            return FileFault.Empty;
        if (content.Length > FileKind.MostBytes)
            return FileFault.TooLarge;
        var start = Read(content, 0, Start);
        if (start.StartsWith("PK\x3\x4"u8))
            return OfficeZip.Judge(content);
        if (start.StartsWith(OldOffice.Mark))
            return OldOffice.Judge(content);
        return OfPictureOrPdf(start, content) is { } kind && !OfficeZip.IsZip(content) ? kind : FileFault.NotTaken;
    }

    private static FileKind? OfPictureOrPdf(ReadOnlySpan<byte> start, Stream content)
    {
        if (start.StartsWith("%PDF-"u8))
            return End(content, PdfEnd).IndexOf("%%EOF"u8) >= 0 ? FileKind.Pdf : null;
        if (start.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return End(content, 12).SequenceEqual<byte>([0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]) ? FileKind.Png : null;
        // Cameras put more behind the end of the picture, so only how it begins is told.
        if (start.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return FileKind.Jpeg;
        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8))
            return End(content, 1)[0] == ';' ? FileKind.Gif : null;
        if (start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..12].SequenceEqual("WEBP"u8))
            return BinaryPrimitives.ReadUInt32LittleEndian(start[4..]) + 8L == content.Length ? FileKind.WebP : null;
        return start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8) && HeicBrands.Contains(System.Text.Encoding.ASCII.GetString(start[8..12]), StringComparer.Ordinal)
            ? FileKind.Heic
            : null;
    }

    /// <summary>Up to so many bytes from a place; fewer where the file ends.</summary>
    internal static ReadOnlySpan<byte> Read(Stream content, long from, int most)
    {
        var bytes = new byte[(int)Math.Clamp(content.Length - from, 0, most)];
        content.Position = Math.Min(from, content.Length);
        content.ReadExactly(bytes);
        return bytes;
    }

    internal static ReadOnlySpan<byte> End(Stream content, int most) => Read(content, Math.Max(0, content.Length - most), most);
}
