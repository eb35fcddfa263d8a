using System.Globalization;
using System.Xml;
using MonitoringReturns.Workbooks.Cells;
using Extended = DocumentFormat.OpenXml.ExtendedProperties;

namespace MonitoringReturns.Workbooks.Zip;

/// <summary>Writes the two parts in which a file says what it is, and the package's own relationships.</summary>
internal static class DocumentProperties
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static void Write(WorkbookZip zip, WorkbookProperties properties)
    {
        var package = new Relationships();
        package.Add("officeDocument", "xl/workbook.xml");
        package.AddType("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
        package.Add("extended-properties", "docProps/app.xml");
        zip.WriteRelationships("", package);

        zip.WriteXml("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", xml => WriteCore(xml, properties));
        zip.Write("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", new Extended.Properties(
            new Extended.Application("Monitoring Returns"),
            new Extended.Company(CellText.Clean(properties.Company))));
    }

    private static void WriteCore(XmlWriter xml, WorkbookProperties properties)
    {
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteAttributeString("xmlns", "dcterms", ns: null, Terms);
        xml.WriteElementString("dc", "title", DublinCore, CellText.Clean(properties.Title));
        xml.WriteElementString("dc", "subject", DublinCore, CellText.Clean(properties.Subject));
        xml.WriteElementString("dc", "creator", DublinCore, CellText.Clean(properties.Creator));
        xml.WriteElementString("dc", "language", DublinCore, "en-GB");
        foreach (var name in (string[])["created", "modified"])
        {
            xml.WriteStartElement("dcterms", name, Terms);
            xml.WriteAttributeString("xsi", "type", Instance, "dcterms:W3CDTF");
            xml.WriteString(properties.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
