using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace MonitoringReturns.Functions.SignIn.Protection;

/// <summary>Wraps a document of the key ring before it is stored.</summary>
internal sealed class WrappedKeyEncryptor(WrappingKeys keys) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var (id, wrapped) = keys.Wrap(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement("wrappedKey", new XAttribute("key", id), wrapped), typeof(WrappedKeyDecryptor));
    }
}

/// <summary>Unwraps it. The key ring makes it by its name, from what the document says.</summary>
internal sealed class WrappedKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<WrappingKeys>().Unwrap(encryptedElement.Attribute("key")?.Value ?? "", encryptedElement.Value));
}
