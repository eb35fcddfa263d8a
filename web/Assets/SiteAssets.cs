using System.Collections.Frozen;

namespace MonitoringReturns.Web.Assets;

/// <summary>What pages load. An address holds the content's hash, so that a browser may keep what it has for good.</summary>
public static class SiteAssets
{
    public const string Route = "assets/{hash}/{file}";

    private static readonly SiteAsset Style = SiteAsset.Embedded("site.css", "text/css; charset=utf-8");

    private static readonly SiteAsset OfReturns = SiteAsset.Embedded("return.js", "text/javascript; charset=utf-8");

    private static readonly FrozenDictionary<string, SiteAsset> ByAddress = new[] { Style, OfReturns }.ToFrozenDictionary(asset => asset.Address, StringComparer.Ordinal);

    /// <summary>The style sheet's address.</summary>
    public static string StyleSheet => Style.Address;

    /// <summary>The address of the script that helps to fill in a return.</summary>
    public static string Script => OfReturns.Address;

    /// <returns>Null where nothing has this address, any more or ever.</returns>
    public static SiteAsset? Find(string hash, string file) => ByAddress.GetValueOrDefault($"/assets/{hash}/{file}");
}
