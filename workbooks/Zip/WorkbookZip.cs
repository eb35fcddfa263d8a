using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace MonitoringReturns.Workbooks.Zip;

/// <summary>
/// The package, written part after part on a stream that need not seek (the SDK's own package must seek and holds its parts).
/// One part can be open at a time. Every part bears the same time.
/// </summary>
internal sealed class WorkbookZip : IDisposable
{
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2107, 12, 31, 23, 59, 58, TimeSpan.Zero);
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    private readonly ForwardStream _output;
    private readonly ZipArchive _archive;
    private readonly DateTimeOffset _time;
    private readonly List<(string Path, string ContentType)> _parts = [];
    private Stream? _open;
    private bool _completed;

    public WorkbookZip(Stream output, DateTimeOffset created)
    {
        _output = new ForwardStream(output);
        _archive = new ZipArchive(_output, ZipArchiveMode.Create, leaveOpen: true);
        var time = created.ToUniversalTime();
        _time = time < Earliest ? Earliest : time > Latest ? Latest : time;
    }

    /// <summary>Opens a part; the caller closes it before the next is opened.</summary>
    public Stream Open(string path, string contentType)
    {
        _parts.Add((path, contentType));
        return OpenEntry(path);
    }

    public void Write(string path, string contentType, OpenXmlPartRootElement root)
    {
        using var part = Open(path, contentType);
        root.Save(part);
    }

    public void WriteXml(string path, string contentType, Action<XmlWriter> write)
    {
        _parts.Add((path, contentType));
        WriteXml(path, write);
    }

    /// <summary>Writes the file that says what the part at <paramref name="path"/> refers to; none for nothing.</summary>
    public void WriteRelationships(string path, Relationships relationships)
    {
        if (relationships.All.Count == 0)
            return;
        var slash = path.LastIndexOf('/') + 1;
        WriteXml($"{path[..slash]}_rels/{path[slash..]}.rels", xml =>
        {
            xml.WriteStartElement("Relationships", PackageRelationships);
            foreach (var relationship in relationships.All)
            {
                xml.WriteStartElement("Relationship", PackageRelationships);
                xml.WriteAttributeString("Id", relationship.Id);
                xml.WriteAttributeString("Type", relationship.Type);
                xml.WriteAttributeString("Target", relationship.Target);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });
    }

    /// <summary>Writes the list of parts and the zip's directory.</summary>
    public void Complete()
    {
        WriteXml("[Content_Types].xml", WriteContentTypes);
        _archive.Dispose();
        _output.Flush();
        _completed = true;
    }

    public void Dispose()
    {
        if (!_completed)
            _output.Abandon();
        _open?.Dispose();
        _archive.Dispose();
    }

    private void WriteContentTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", ContentTypes);
        WriteType(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteType(xml, "Default", "Extension", "xml", "application/xml");
        foreach (var (path, contentType) in _parts)
            WriteType(xml, "Override", "PartName", $"/{path}", contentType);
        xml.WriteEndElement();
    }

    private static void WriteType(XmlWriter xml, string element, string attribute, string value, string contentType)
    {
        xml.WriteStartElement(element, ContentTypes);
        xml.WriteAttributeString(attribute, value);
        xml.WriteAttributeString("ContentType", contentType);
        xml.WriteEndElement();
    }

    private void WriteXml(string path, Action<XmlWriter> write)
    {
        using var part = OpenEntry(path);
        using var xml = XmlWriter.Create(part, Settings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private Stream OpenEntry(string path)
    {
        var entry = _archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = _time;
        entry.ExternalAttributes = 0;
        return _open = entry.Open();
    }
}
