using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace MonitoringReturns.Core.Evidence;

/// <summary>Word and Excel files since 2007, which are zips: one is what its content types say, and only if the part they speak of is there.</summary>
internal static class OfficeZip
{
    private const string ContentTypes = "[Content_Types].xml";
    private const long MostTypes = 1024 * 1024;
    private const int MostEntries = 20_000;

    /// <summary>How far from the end the mark of a zip's end can stand: its own length and the longest comment.</summary>
    private const int EndReach = 22 + ushort.MaxValue;

    public static Judged Judge(Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries)
                return FileFault.NotOpened;
            return zip.GetEntry(ContentTypes) is { } types ? Judge(zip, types) : FileFault.NotTaken;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            return FileFault.NotOpened;
        }
    }

    /// <summary>Whether readers of zips would find one in a file that begins otherwise: a mark of the end that a directory stands before.</summary>
    public static bool IsZip(Stream content)
    {
        var end = ContentJudge.End(content, EndReach);
        var from = content.Length - end.Length;
        for (var place = end.LastIndexOf("PK\x5\x6"u8); place >= 0; place = end[..place].LastIndexOf("PK\x5\x6"u8))
            if (end.Length - place >= 22 && from + place - BinaryPrimitives.ReadUInt32LittleEndian(end[(place + 12)..]) is >= 0 and var directory
                && (ContentJudge.Read(content, directory, 4).SequenceEqual("PK\x1\x2"u8) || directory == from + place))
                return true;
        return false;
    }

    private static Judged Judge(ZipArchive zip, ZipArchiveEntry types)
    {
        if (types.Length > MostTypes)
            return FileFault.NotOpened;
        var macros = zip.Entries.Any(entry => entry.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase));
        FileKind? found = null;
        using var stream = types.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostTypes });
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType") is { } type)
            {
                macros |= type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase);
                if (MainOf(type) is { } kind && xml.GetAttribute("PartName") is { } part && zip.GetEntry(part.TrimStart('/')) is not null)
                    found ??= kind;
            }
        return macros ? FileFault.Macros : found is null ? FileFault.NotTaken : found;
    }

    private static FileKind? MainOf(string contentType) => contentType switch
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" => FileKind.Word,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" => FileKind.Excel,
        _ => null,
    };
}
