using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MonitoringReturns.Workbooks.Cells;

/// <summary>The workbook's formats, one for each <see cref="CellStyle"/> in its order.</summary>
internal static class StyleSheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    public const string CountFormat = "#,##0";
    public const string WholeMoneyFormat = "[$£-809]#,##0;-[$£-809]#,##0";
    public const string DateFormat = "dd/mm/yyyy";
    public const string MomentFormat = "dd/mm/yyyy hh:mm";

    private const string HeadingFill = "FF12436D";
    private const uint FirstOwnFormat = 164;
    private const uint RoomForFilterButton = 2;

    private static readonly string[] NumberFormats =
        [CountFormat, "#,##0.0##", "[$£-809]#,##0.00;-[$£-809]#,##0.00", "0.0%", DateFormat, MomentFormat];

    private enum Face : uint
    {
        Plain,
        Title,
        Note,
        TableTitle,
        Heading,
        NotAsked,
    }

    public static Stylesheet Create() => new(
        new NumberingFormats(NumberFormats.Select((code, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = code }))
        {
            Count = (uint)NumberFormats.Length,
        },
        Counted(new Fonts(Enum.GetValues<Face>().Select(Letters))),
        Counted(new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = HeadingFill }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid }))),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        Counted(new CellFormats(Enum.GetValues<CellStyle>().Select(Format))),
        new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 },
        new DifferentialFormats { Count = 0 },
        new TableStyles { Count = 0, DefaultTableStyle = "TableStyleLight1", DefaultPivotStyle = "PivotStyleLight16" });

    private static CellFormat Format(CellStyle style) => style switch
    {
        CellStyle.Plain => Make(),
        CellStyle.Title => Make(Face.Title),
        CellStyle.Note => Make(Face.Note),
        CellStyle.TableTitle => Make(Face.TableTitle),
        CellStyle.Heading => Heading(HorizontalAlignmentValues.Left, indent: 1),
        CellStyle.NumberHeading => Heading(HorizontalAlignmentValues.Right, RoomForFilterButton),
        CellStyle.Text => Top(),
        CellStyle.WrappedText => Top(wrap: true),
        CellStyle.QuotedText => Top(quoted: true),
        CellStyle.QuotedWrappedText => Top(wrap: true, quoted: true),
        CellStyle.NotAsked => Top(Face.NotAsked, alignment: HorizontalAlignmentValues.Right),
        _ => Top(format: FirstOwnFormat + (uint)style - (uint)CellStyle.Count, alignment: HorizontalAlignmentValues.Right),
    };

    private static CellFormat Heading(HorizontalAlignmentValues alignment, uint indent)
    {
        var format = Make(Face.Heading);
        format.FillId = 2;
        format.ApplyFill = true;
        Align(format, new Alignment { Horizontal = alignment, Vertical = VerticalAlignmentValues.Top, WrapText = true, Indent = indent });
        return format;
    }

    /// <summary>Text keeps a little off the figures at its left.</summary>
    private static CellFormat Top(
        Face face = Face.Plain, uint format = 0, bool wrap = false, bool quoted = false, HorizontalAlignmentValues alignment = HorizontalAlignmentValues.Left)
    {
        var made = Make(face, format);
        if (quoted)
            made.QuotePrefix = true;
        Align(made, new Alignment
        {
            Horizontal = alignment,
            Vertical = VerticalAlignmentValues.Top,
            WrapText = wrap ? true : null,
            Indent = alignment == HorizontalAlignmentValues.Left ? 1u : null,
        });
        return made;
    }

    private static void Align(CellFormat format, Alignment alignment)
    {
        format.Append(alignment);
        format.ApplyAlignment = true;
    }

    private static CellFormat Make(Face face = Face.Plain, uint format = 0) => new()
    {
        NumberFormatId = format,
        FontId = (uint)face,
        FillId = 0,
        BorderId = 0,
        FormatId = 0,
        ApplyNumberFormat = format > 0 ? true : null,
        ApplyFont = face == Face.Plain ? null : true,
    };

    private static Font Letters(Face face)
    {
        var font = new Font();
        if (face is Face.Title or Face.TableTitle or Face.Heading)
            font.Append(new Bold());
        if (face == Face.NotAsked)
            font.Append(new Italic());
        font.Append(new FontSize { Val = face switch { Face.Title => 16, Face.TableTitle => 12, _ => 11 } });
        font.Append(new Color { Rgb = face switch { Face.Heading => "FFFFFFFF", Face.Note => "FF404040", Face.NotAsked => "FF595959", _ => "FF000000" } });
        font.Append(new FontName { Val = "Arial" });
        font.Append(new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static T Counted<T>(T list)
        where T : OpenXmlCompositeElement
    {
        list.SetAttribute(new OpenXmlAttribute("count", "", list.ChildElements.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return list;
    }
}
