using Microsoft.Extensions.Configuration;
using MonitoringReturns.Functions.Start;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>Without a way to sign in, and in other states that must not be, the app does not start, and says which setting to mend.</summary>
public sealed class StartRuleTests
{
    private const string Provider = "SignIn:Providers:entra:";

    [Fact]
    public void Settings_ThatAreComplete_LetItStart() => Assert.Null(WhyNot());

    [Theory]
    [InlineData("Portal:Address", null, "Portal__Address is missing")]
    [InlineData("Portal:Address", "http://returns.example.org", "Portal__Address is no address")]
    [InlineData("Portal:Address", "https://returns.example.org/path", "Portal__Address is no address")]
    [InlineData("Portal:Address", "/local", "Portal__Address is no address")]
    [InlineData(Provider + "Authority", null, "SignIn__Providers__entra__Authority is missing")]
    [InlineData(Provider + "Authority", "http://login.example.org", "SignIn__Providers__entra__Authority is no https address")]
    [InlineData(Provider + "Authority", "login.example.org", "SignIn__Providers__entra__Authority is no https address")]
    [InlineData(Provider + "ClientId", null, "SignIn__Providers__entra__ClientId is missing")]
    [InlineData(Provider + "Kind", "Other", "SignIn__Providers__entra__Kind is neither")]
    [InlineData(Provider + "Tenants:0", null, "SignIn__Providers__entra__Tenants__0 is missing")]
    [InlineData("SignIn:Providers:Not a key:Authority", "https://login.example.org", "SignIn__Providers__Not a key has a name")]
    [InlineData("DataProtection:Keys:0", null, "DataProtection__Keys__0 is missing")]
    [InlineData("DataProtection:Keys:0", "c2hvcnQ=", "DataProtection__Keys__0 is not 32 bytes")]
    [InlineData("DataProtection:Keys:0", "not base64", "DataProtection__Keys__0 is not 32 bytes")]
    [InlineData("DataProtection:Keys:1", "c2hvcnQ=", "DataProtection__Keys__1 is not 32 bytes")]
    [InlineData("Mail:Smtp:Host", null, "Mail__Smtp__Host is missing, and Mail__Notify__ApiKey too")]
    [InlineData("Mail:Smtp:From", null, "Mail__Smtp__From is missing")]
    [InlineData("Mail:Smtp:From", "nobody", "Mail__Smtp__From is missing or no e-mail address")]
    [InlineData("Mail:Smtp:UseTls", "false", "Mail__Smtp__UseTls is off for a server elsewhere")]
    [InlineData("Mail:Notify:ApiKey", "short", "Mail__Notify__TemplateId is missing")]
    [InlineData("Limits:PersonPerMinute", "many", "Limits__PersonPerMinute is no number")]
    public void Setting_ThatIsMissingOrWrong_IsNamed(string name, string? value, string sentence) =>
        Assert.StartsWith(sentence, WhyNot((name, value)), StringComparison.Ordinal);

    [Fact]
    public void NoProviderAtAll_IsNamed() =>
        Assert.StartsWith(
            "SignIn__Providers__entra__Authority is missing: who signs people in",
            WhyNot([.. Complete().Keys.Where(name => name.StartsWith("SignIn", StringComparison.Ordinal)).Select(name => (name, (string?)null))]), StringComparison.Ordinal);

    [Fact]
    public void TimeTravel_InAzure_IsRefused()
    {
        Assert.Null(WhyNot(("Demo:TimeTravel", "true")));
        Assert.StartsWith("Demo__TimeTravel is on", WhyNot(("Demo:TimeTravel", "true"), ("WEBSITE_INSTANCE_ID", "abc")), StringComparison.Ordinal);
    }

    private static string? WhyNot(params (string Name, string? Value)[] changes)
    {
        var settings = Complete();
        foreach (var (name, value) in changes)
            settings[name] = value;
        return StartRules.WhyNotHere(new ConfigurationBuilder().AddInMemoryCollection(settings.Where(setting => setting.Value is not null)).Build());
    }

    private static Dictionary<string, string?> Complete() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Portal:Address"] = "https://returns.example.org",
        ["Mail:Smtp:Host"] = "mail.example.org",
        ["Mail:Smtp:From"] = "returns@returns.example.org",
        [Provider + "Name"] = "A council",
        [Provider + "Kind"] = "Entra",
        [Provider + "Authority"] = "https://login.example.org/organizations/v2.0",
        [Provider + "ClientId"] = "portal",
        [Provider + "Tenants:0"] = "0d9c0f70-1111-4b5b-9d7c-0c9a5a3b0001",
        ["DataProtection:Keys:0"] = Convert.ToBase64String(new byte[32]),
    };
}
