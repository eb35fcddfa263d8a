using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;

namespace MonitoringReturns.Web.Language;

/// <summary>
/// The words that layout and patterns say by themselves, in one language, from <c>Texts.{language}.resx</c>. A language is named, never
/// taken from the thread: the app runs without culture data.
/// </summary>
public sealed class Texts
{
    private readonly ResourceManager _words;

    private Texts(string language)
    {
        Code = language;
        _words = new ResourceManager($"Texts.{language}", typeof(Texts).Assembly);
    }

    public static Texts English { get; } = new("en");

    /// <summary>The language's code in the names of resource files, such as <c>en</c>.</summary>
    internal string Code { get; }

    public string Language => Text();
    public string Portal => Text();
    public string SkipToMain => Text();
    public string YourAccount => Text();
    public string ActingFor => Text();
    public string Change => Text();
    public string ChangeHidden => Text();
    public string SignedInAs => Text();
    public string SignOut => Text();
    public string Error => Text();
    public string ThereIsAProblem => Text();
    public string Warning => Text();
    public string Success => Text();
    public string Important => Text();
    public string Day => Text();
    public string Month => Text();
    public string Year => Text();
    public string Back => Text();
    public string Breadcrumb => Text();
    public string Pagination => Text();
    public string Previous => Text();
    public string Next => Text();
    public string PageHidden => Text();
    public string AccessibilityLink => Text();
    public string PrivacyLink => Text();
    public string CookiesLink => Text();
    public string FooterWords => Text();

    private string Text([CallerMemberName] string name = "") =>
        _words.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException($"There is no text {name} in {_words.BaseName}.");
}
