using System.Globalization;

namespace MonitoringReturns.Workbooks.Cells;

/// <summary>Writes a decimal as plain digits, all of them: no rounding to the fifteen a spreadsheet shows.</summary>
internal static class CellNumber
{
    /// <summary>Room that any decimal fits in.</summary>
    public const int MaximumLength = 40;

    private static readonly ulong[] PowersOfTen =
        [.. Enumerable.Range(0, 20).Select(power => Enumerable.Repeat(10UL, power).Aggregate(1UL, (a, b) => a * b))];

    /// <summary>Writes <paramref name="number"/> divided by ten to the power <paramref name="shift"/>; answers the bytes written.</summary>
    public static int Write(decimal number, int shift, Span<byte> destination)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var scale = number.Scale + shift;
        if (bits[2] != 0 || scale >= PowersOfTen.Length)
            return WriteLong(number, shift, destination);

        var digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        var length = 0;
        if (bits[3] < 0 && digits != 0)
            destination[length++] = (byte)'-';
        var (whole, rest) = scale == 0 ? (digits, 0) : Math.DivRem(digits, PowersOfTen[scale]);
        whole.TryFormat(destination[length..], out var written, default, CultureInfo.InvariantCulture);
        length += written;
        return rest == 0 ? length : length + WriteFraction(rest, scale, destination[length..]);
    }

    private static int WriteFraction(ulong rest, int places, Span<byte> destination)
    {
        while (rest % 10 == 0)
        {
            rest /= 10;
            places--;
        }
        destination[0] = (byte)'.';
        for (var i = places; i > 0; i--)
        {
            (rest, var digit) = Math.DivRem(rest, 10UL);
            destination[i] = (byte)('0' + digit);
        }
        return places + 1;
    }

    private static int WriteLong(decimal number, int shift, Span<byte> destination)
    {
        for (; shift > 0; shift--)
            number /= 10;
        number.TryFormat(destination, out var written, default, CultureInfo.InvariantCulture);
        return written;
    }
}
