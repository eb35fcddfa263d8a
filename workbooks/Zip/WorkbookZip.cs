using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace MonitoringReturns.Workbooks.Zip;

/// <summary>
/// The package, written part after part on a stream that need not seek (the SDK's own package must seek and holds its parts).
/// One part can be open at a time.
/// </summary>
internal sealed class WorkbookZip(Stream output, DateTimeOffset created) : IDisposable
{
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    private readonly ForwardZip _zip = new(output, created);
    private readonly List<(string Path, string ContentType)> _parts = [];

    /// <summary>Opens a part; the caller closes it before the next is opened.</summary>
    public Stream Open(string path, string contentType)
    {
        _parts.Add((path, contentType));
        return _zip.Open(path);
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
        _zip.Complete();
    }

    public void Dispose() => _zip.Dispose();

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
        using var part = _zip.Open(path);
        using var xml = XmlWriter.Create(part, Settings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }
}
