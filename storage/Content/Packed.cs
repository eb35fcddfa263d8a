using System.Buffers.Binary;
using System.IO.Compression;

namespace MonitoringReturns.Storage.Content;

/// <summary>Bytes made smaller for keeping: the length in four bytes, then the deflated bytes.</summary>
internal static class Packed
{
    private const int Header = 4;

    public static byte[] Pack(ReadOnlySpan<byte> plain)
    {
        using var packed = new MemoryStream(Header + (plain.Length / 2) + 64);
        Span<byte> length = stackalloc byte[Header];
        BinaryPrimitives.WriteInt32LittleEndian(length, plain.Length);
        packed.Write(length);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(plain);
        return packed.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes were not packed here, or are damaged.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        if (packed.Length < Header)
            throw new InvalidDataException("Stored content is too short to be any.");
        var plain = new byte[BinaryPrimitives.ReadInt32LittleEndian(packed)];
        using var deflate = new DeflateStream(new MemoryStream(packed, Header, packed.Length - Header, writable: false), CompressionMode.Decompress);
        deflate.ReadExactly(plain);
        return plain;
    }
}
