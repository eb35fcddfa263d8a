namespace MonitoringReturns.Functions.SignIn;

/// <summary>How many requests a minute are answered; 0 for any number.</summary>
internal sealed record Limits(int Person, int Client, int Address)
{
    private const int UsualPerson = 300;
    private const int UsualClient = 1200;
    private const int UsualAddress = 120;

    /// <exception cref="UnusableSettingException">One is no number.</exception>
    public static Limits Read(IConfiguration settings) => new(
        Read(settings, "Limits:PersonPerMinute", UsualPerson), Read(settings, "Limits:ClientPerMinute", UsualClient), Read(settings, "Limits:AddressPerMinute", UsualAddress));

    private static int Read(IConfiguration settings, string name, int usual) =>
        settings[name] is not { Length: > 0 } text ? usual
        : int.TryParse(text, out var number) && number >= 0 ? number
        : throw new UnusableSettingException(name, "is no number of requests a minute, or 0 for any number.");
}
