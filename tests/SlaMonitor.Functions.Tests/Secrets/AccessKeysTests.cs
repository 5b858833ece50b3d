using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Secrets;

namespace SlaMonitor.Functions.Tests.Secrets;

/// <summary>Who may pass: one rule, and one table of it for the local host and for Azure.</summary>
public sealed class AccessKeysTests
{
    private const string Reference = "@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/admin-key)";

    [Theory]
    [InlineData("f", "a", null, false, false)]
    [InlineData("f", "a", "", false, false)]
    [InlineData("f", "a", "A", false, false)]
    [InlineData("f", "a", "f", true, false)]
    [InlineData("f", "a", "a", true, true)]
    [InlineData(" f ", " a\n", "a", true, true)]
    [InlineData("f", null, "f", true, false)]
    [InlineData("f", "", null, false, false)]
    [InlineData(null, "a", "a", true, true)]
    [InlineData(null, "a", "", false, false)]
    [InlineData(null, Reference, Reference, false, false)]
    [InlineData(Reference, null, Reference, false, false)]
    [InlineData(null, Reference, null, false, false)]
    public void LetPass_AKeyIsSet_WantsItUnderBothHosts(string? functionKey, string? adminKey, string? given, bool expected, bool asAdmin)
    {
        foreach (var isLocal in new[] { true, false })
        {
            var keys = Keys(isLocal, functionKey, adminKey);

            Assert.True(keys.AreSet);
            foreach (var caller in new[] { Local with { InHeader = given }, Local with { InQuery = given } })
                Assert.Equal((expected, asAdmin), (keys.LetPass(caller), keys.LetPassAsAdmin(caller)));
        }
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost", true)]
    [InlineData("::1", "LOCALHOST", true)]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1", true)]
    [InlineData("::1", "[::1]", true)]
    [InlineData("127.0.0.1", "evil.example", false)] // a web page whose name leads to this machine
    [InlineData("127.0.0.1", "localhost.evil.example", false)]
    [InlineData("127.0.0.1", "", false)]
    [InlineData("10.1.2.3", "localhost", false)]
    [InlineData(null, "localhost", false)]
    public void LetPass_NoKeyIsSet_OnlyThisMachineAndOnlyUnderTheLocalHost(string? address, string host, bool expected)
    {
        var caller = new Caller(null, null, address is null ? null : IPAddress.Parse(address), host);
        foreach (var nothing in new[] { null, "", " " })
        {
            var (local, azure) = (Keys(isLocal: true, nothing, nothing), Keys(isLocal: false, nothing, nothing));

            Assert.False(local.AreSet || azure.AreSet);
            Assert.Equal((expected, expected), (local.LetPass(caller), local.LetPassAsAdmin(caller)));
            Assert.Equal((false, false), (azure.LetPass(caller), azure.LetPassAsAdmin(caller)));
        }
    }

    [Theory]
    [InlineData("a", null, true)]
    [InlineData(null, "a", true)]
    [InlineData("wrong", "a", false)]
    [InlineData(null, null, false)]
    public void IsFromAdmin_ARequest_TakesTheHeaderBeforeTheQuery(string? inHeader, string? inQuery, bool expected)
    {
        var request = new DefaultHttpContext().Request;
        if (inHeader is not null) request.Headers["x-functions-key"] = inHeader;
        if (inQuery is not null) request.QueryString = QueryString.Create("code", inQuery);

        foreach (var isLocal in new[] { true, false }) Assert.Equal(expected, request.IsFromAdmin(Keys(isLocal, functionKey: null, "a")));
    }

    private static Caller Local => new(null, null, IPAddress.Loopback, "localhost");

    private static AccessKeys Keys(bool isLocal, string? functionKey, string? adminKey) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("FunctionKey", functionKey), new("AdminKey", adminKey)]).Build(), isLocal);
}
