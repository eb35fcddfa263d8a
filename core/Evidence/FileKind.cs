namespace MonitoringReturns.Core.Evidence;

/// <summary>A kind of file that is taken as evidence. What a file is its content says; its name only says what it is called.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="MediaType">As it is stored and sent.</param>
/// <param name="Endings">What the names of such files end in, the usual first.</param>
public sealed record FileKind(string Name, string MediaType, params IReadOnlyList<string> Endings)
{
    public static readonly FileKind Pdf = new("PDF", "application/pdf", ".pdf");
    public static readonly FileKind Jpeg = new("JPEG image", "image/jpeg", ".jpg", ".jpeg");
    public static readonly FileKind Png = new("PNG image", "image/png", ".png");
    public static readonly FileKind Gif = new("GIF image", "image/gif", ".gif");
    public static readonly FileKind WebP = new("WebP image", "image/webp", ".webp");
    public static readonly FileKind Heic = new("HEIC image", "image/heic", ".heic", ".heif");
    public static readonly FileKind Word = new("Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    public static readonly FileKind OldWord = new("Word document, 97 to 2003", "application/msword", ".doc");
    public static readonly FileKind Excel = new("Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    public static readonly FileKind OldExcel = new("Excel workbook, 97 to 2003", "application/vnd.ms-excel", ".xls");

    public static IReadOnlyList<FileKind> All { get; } = [Pdf, Jpeg, Png, Gif, WebP, Heic, Word, OldWord, Excel, OldExcel];

    /// <summary>The most bytes of a file: 20 MB as people's computers count them.</summary>
    public const long MostBytes = 20 * 1024 * 1024;

    /// <summary>The kind of a media type; null where none is taken.</summary>
    public static FileKind? Of(string mediaType) => All.FirstOrDefault(kind => string.Equals(kind.MediaType, mediaType, StringComparison.Ordinal));
}
