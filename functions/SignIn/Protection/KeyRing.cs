using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using MonitoringReturns.Storage;

namespace MonitoringReturns.Functions.SignIn.Protection;

/// <summary>Keeps the data-protection keys in storage, shared by all instances; each is wrapped before it comes here.</summary>
internal sealed class KeyRing(IServiceProvider services) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. Store.ReadAll().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => Store.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));

    // Asked for when it is needed: the settings of storage are nobody's concern before.
    private KeyRingStore Store => services.GetRequiredService<KeyRingStore>();
}
