using System.Security.Cryptography;
using SlaMonitor.Webhooks.Signing;

namespace SlaMonitor.Webhooks.Tests.Signing;

/// <summary>The one check of signatures that name their algorithm: <c>sha256=…</c>.</summary>
public sealed class TaggedTests
{
    private static readonly byte[] Body = "{}"u8.ToArray();
    private static readonly byte[][] Secrets = ["the-first-secret"u8.ToArray(), "the-second-secret"u8.ToArray()];

    [Theory]
    [InlineData("sha256=", "", 0, true)]
    [InlineData("sha256=", "", 1, true)]
    [InlineData("", "", 0, false)]
    [InlineData("SHA256=", "", 0, false)]
    [InlineData("sha1=", "", 0, false)]
    [InlineData("sha256=", "0", 0, false)]
    public void IsTagged_Sha256_WantsTheTagAndTheWholeHashOfAnySecret(string tag, string after, int secret, bool expected)
    {
        var given = tag + Convert.ToHexStringLower(HMACSHA256.HashData(Secrets[secret], Body)) + after;

        Assert.Equal(expected, Hmac.IsTagged(new Keyring { Keys = Secrets }, HashAlgorithmName.SHA256, given, Body));
        Assert.False(Hmac.IsTagged(new Keyring(), HashAlgorithmName.SHA256, given, Body));
        Assert.False(Hmac.IsTagged(new Keyring { Keys = Secrets }, HashAlgorithmName.SHA1, given, Body));
    }
}
