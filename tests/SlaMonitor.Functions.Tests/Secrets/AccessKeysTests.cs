using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Functions.Http;
using SlaMonitor.Monitoring.Access;

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
                Assert.Equal((expected, asAdmin), (keys.Allow(caller, Role.Agent), keys.Allow(caller, Role.Admin)));
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
            Assert.Equal((expected, expected), (local.Allow(caller, Role.Agent), local.Allow(caller, Role.Admin)));
            Assert.Equal((false, false), (azure.Allow(caller, Role.Agent), azure.Allow(caller, Role.Admin)));
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

    [Theory]
    [InlineData("r", "reader key", Role.Reader)]
    [InlineData("f", "function key", Role.Agent)]
    [InlineData("a", "admin key", Role.Admin)]
    [InlineData("of-anna", "anna", Role.Agent)]
    [InlineData("of-ben", "ben", Role.Reader)]
    [InlineData("of-cleo", "cleo", Role.Admin)]
    public void Find_AKey_IsWhoeverItStandsFor(string given, string name, Role role)
    {
        var keys = Keys(
            ("ReaderKey", "r"), ("FunctionKey", "f"), ("AdminKey", "a"), ("Access:People:anna:Key", "of-anna"),
            ("Access:People:anna:Role", "Agent"), ("Access:People:ben:Key", " of-ben "), ("Access:People:cleo:Key", "of-cleo"),
            ("Access:People:cleo:Role", "admin"));

        Assert.Empty(keys.Problems);
        var caller = Local with { InHeader = given };
        Assert.Equal(new Identity(name, role, IsPerson: given.StartsWith("of-", StringComparison.Ordinal)), keys.Find(caller));
        Assert.All(Enum.GetValues<Role>(), asked => Assert.Equal(asked <= role, keys.Allow(caller, asked)));
    }

    [Theory]
    [InlineData("Access:People:anna:Role", "agent", "error: Access:People:anna:Key is missing; ")]
    [InlineData("Access:People:ben:Role", "boss", "error: Access:People:ben:Role is 'boss'; it is reader, agent, admin")]
    [InlineData("Access:People:cleo:Key", "a", "error: Access:People:cleo:Key is also somebody else's; ")]
    public void Problems_APersonSetWrongly_SaysWhatWouldBeRight_AndOpensNothing(string setting, string value, string expected)
    {
        var keys = Keys(("AdminKey", "a"), ("Access:People:ben:Key", "of-ben"), (setting, value));

        Assert.StartsWith(expected, Assert.Single(keys.Problems), StringComparison.Ordinal);
        Assert.Equal("admin key", keys.Find(Local with { InHeader = "a" })!.Name);
        if (setting.Contains("ben", StringComparison.Ordinal)) Assert.Null(keys.Find(Local with { InHeader = "of-ben" }));
    }

    [Fact]
    public void Find_OnlyAPersonHasAKey_KeepsThisMachineOutWithoutIt()
    {
        var keys = Keys(("Access:People:anna:Key", "of-anna"));

        Assert.True(keys.AreSet);
        Assert.Null(keys.Find(Local));
    }

    private static Caller Local => new(null, null, IPAddress.Loopback, "localhost");

    private static AccessKeys Keys(bool isLocal, string? functionKey, string? adminKey) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("FunctionKey", functionKey), new("AdminKey", adminKey)]).Build(), isLocal);

    private static AccessKeys Keys(params (string Name, string Value)[] settings) => new(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build(),
        isLocal: true);
}
