using System.Globalization;

namespace MonitoringReturns.Core.Forms.Drafting;

/// <summary>Which draft and which edit of it somebody has read, written <c>2-15</c>: what they do next is done to that.</summary>
public readonly record struct DraftMark(int Draft, int Edit)
{
    public static DraftMark Of(FormDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new DraftMark(draft.Number, draft.Edit);
    }

    public static bool TryParse(string? text, out DraftMark mark)
    {
        mark = default;
        if (text?.Split('-') is not [var draft, var edit]
            || !int.TryParse(draft, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !int.TryParse(edit, NumberStyles.None, CultureInfo.InvariantCulture, out var edits))
            return false;
        mark = new DraftMark(number, edits);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Draft}-{Edit}");
}
