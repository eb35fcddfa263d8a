using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MonitoringReturns.Tests.Evidence;

/// <summary>Small files as programs make them, and such as nobody should take.</summary>
internal static class SampleFiles
{
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string ExcelMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string MacroMain = "application/vnd.ms-word.document.macroEnabled.main+xml";

    /// <summary>In two parts, as no program should hold it whole.</summary>
    public static readonly byte[] Eicar = [.. """X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-"""u8, .. "ANTIVIRUS-TEST-FILE!$H+H*"u8];

    /// <summary>One pixel.</summary>
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public static readonly byte[] Gif = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    public static readonly byte[] WebP = Convert.FromBase64String("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];

    public static readonly byte[] Heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, 0, 0, 0, 8, .. "mdat"u8];

    public static byte[] Pdf(int padding = 0) =>
        [.. "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"u8, .. new byte[padding].Select(_ => (byte)' '), .. "trailer<</Root 1 0 R>>\n%%EOF\n"u8];

    public static byte[] Docx(params (string Name, byte[] Content)[] more) => Office(WordMain, "word/document.xml", "<w:document xmlns:w=\"x\"/>", more);

    public static byte[] Xlsx() => Office(ExcelMain, "xl/workbook.xml", "<workbook/>");

    public static byte[] Docm() => Office(MacroMain, "word/document.xml", "<w:document xmlns:w=\"x\"/>", ("word/vbaProject.bin", [1, 2, 3]));

    /// <summary>Says that it is a document, and lacks it.</summary>
    public static byte[] HollowDocx() => Zip(("[Content_Types].xml", Types(WordMain, "word/document.xml")));

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        return bytes.ToArray();
    }

    /// <summary>A compound file of 512-byte sectors with nothing but a directory of these names.</summary>
    public static byte[] Compound(params string[] names)
    {
        var sectors = (names.Length + 4) / 4;
        var file = new byte[512 * (2 + sectors)];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(68), 0xFFFFFFFE);
        file.AsSpan(76, 436).Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(76), 0);
        file.AsSpan(512, 512).Fill(0xFF);
        for (var sector = 1; sector <= sectors; sector++)
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512 + (sector * 4)), sector == sectors ? 0xFFFFFFFE : (uint)sector + 1);
        foreach (var (place, name) in names.Prepend("Root Entry").Index())
        {
            var entry = file.AsSpan(1024 + (place * 128), 128);
            Encoding.Unicode.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        }
        return file;
    }

    private static byte[] Office(string type, string part, string content, params (string Name, byte[] Content)[] more) =>
        Zip([("[Content_Types].xml", Types(type, part)), (part, Encoding.UTF8.GetBytes(content)), .. more]);

    private static byte[] Types(string type, string part) => Encoding.UTF8.GetBytes(
        $"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{part}" ContentType="{type}"/></Types>""");
}
