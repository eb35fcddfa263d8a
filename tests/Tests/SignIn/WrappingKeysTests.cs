using System.Security.Cryptography;
using MonitoringReturns.Functions.SignIn.Protection;

namespace MonitoringReturns.Tests.SignIn;

/// <summary>The key ring's documents: readable while the key that wrapped them is configured, and sealed.</summary>
public sealed class WrappingKeysTests
{
    private const string Document = "<key id=\"1\">secret</key>";

    private readonly byte[] _old = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] _new = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void Document_WrappedByAKeyThatIsSecondNow_IsReadAndTheFirstWraps()
    {
        var (oldId, wrapped) = new WrappingKeys([_old]).Wrap(Document);
        var both = new WrappingKeys([_new, _old]);

        Assert.Equal(Document, both.Unwrap(oldId, wrapped));
        var (newId, anew) = both.Wrap(Document);
        Assert.Equal(Document, new WrappingKeys([_new]).Unwrap(newId, anew));
        Assert.DoesNotContain("secret", anew, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_WhoseKeyWasTakenAway_IsRefusedAndNamesTheSetting()
    {
        var (id, wrapped) = new WrappingKeys([_old]).Wrap(Document);

        var refused = Assert.Throws<CryptographicException>(() => new WrappingKeys([_new]).Unwrap(id, wrapped));

        Assert.Contains("DataProtection__Keys", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(30)]
    public void Document_ThatWasChanged_IsRefused(int place)
    {
        var keys = new WrappingKeys([_old]);
        var (id, wrapped) = keys.Wrap(Document);
        var bytes = Convert.FromBase64String(wrapped);
        bytes[place] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => keys.Unwrap(id, Convert.ToBase64String(bytes)));
    }

    [Fact]
    public void Document_WrappedTwice_IsNotTheSameTwice()
    {
        var keys = new WrappingKeys([_old]);
        Assert.NotEqual(keys.Wrap(Document).Wrapped, keys.Wrap(Document).Wrapped);
    }
}
