using System.Buffers.Binary;
using System.Text;

namespace MonitoringReturns.Core.Evidence;

/// <summary>
/// Word and Excel files of 1997 to 2003, which are compound files ([MS-CFB]): one is what the streams in its directory are called. Newer files behind a
/// password are compound files too.
/// </summary>
internal static class OldOffice
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int InHeader = 109;
    private const uint LastSector = 0xFFFFFFFA;

    public static ReadOnlySpan<byte> Mark => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static Judged Judge(Stream content)
    {
        if (NamesIn(content) is not { } names)
            return FileFault.NotOpened;
        if (names.Contains("EncryptedPackage"))
            return FileFault.Protected;
        if (names.Any(name => name is "_VBA_PROJECT_CUR" or "Macros" or "VBA" or "_VBA_PROJECT"))
            return FileFault.Macros;
        return names.Contains("WordDocument") ? FileKind.OldWord
            : names.Contains("Workbook") || names.Contains("Book") ? FileKind.OldExcel
            : FileFault.NotTaken;
    }

    /// <summary>The names in the directory; null where it can't be read.</summary>
    private static HashSet<string>? NamesIn(Stream content)
    {
        var header = ContentJudge.Read(content, 0, HeaderBytes);
        var shift = header.Length < HeaderBytes ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        if (shift is not (9 or 12))
            return null;
        var size = 1 << shift;
        var most = content.Length / size;
        var next = TableOf(content, header, size, most);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(header[48..]);
        for (var read = 0L; sector < LastSector; read++)
        {
            // A directory that leads round in a circle, or out of the file.
            if (read > most || sector >= next.Count)
                return null;
            var entries = Sector(content, sector, size);
            if (entries.Length < size)
                return null;
            for (var place = 0; place + EntryBytes <= entries.Length; place += EntryBytes)
                if (BinaryPrimitives.ReadUInt16LittleEndian(entries[(place + 64)..]) is >= 2 and <= 64 and var bytes)
                    names.Add(Encoding.Unicode.GetString(entries.Slice(place, bytes - 2)));
            sector = next[(int)sector];
        }
        return names;
    }

    /// <summary>Which sector follows which.</summary>
    private static List<uint> TableOf(Stream content, ReadOnlySpan<byte> header, int size, long most)
    {
        var sectors = new List<uint>();
        AddTo(sectors, header[76..], InHeader);
        var further = BinaryPrimitives.ReadUInt32LittleEndian(header[68..]);
        for (var read = 0L; further < most && read < most; read++)
        {
            var list = Sector(content, further, size);
            if (list.Length < size)
                break;
            AddTo(sectors, list, (size / 4) - 1);
            further = BinaryPrimitives.ReadUInt32LittleEndian(list[^4..]);
        }
        var next = new List<uint>();
        foreach (var sector in sectors)
            AddAll(next, Sector(content, sector, size));
        return next;
    }

    private static void AddTo(List<uint> sectors, ReadOnlySpan<byte> list, int count)
    {
        for (var place = 0; place < count; place++)
            if (BinaryPrimitives.ReadUInt32LittleEndian(list[(place * 4)..]) is < LastSector and var sector)
                sectors.Add(sector);
    }

    private static void AddAll(List<uint> next, ReadOnlySpan<byte> sector)
    {
        for (; sector.Length >= 4; sector = sector[4..])
            next.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector));
    }

    private static ReadOnlySpan<byte> Sector(Stream content, uint sector, int size) => ContentJudge.Read(content, (sector + 1L) * size, size);
}
