using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using SlaMonitor.Monitoring.Access;

namespace SlaMonitor.Functions.Tests.Secrets;

/// <summary>People whom Azure App Service has signed in: whom its header names, and when it is believed.</summary>
public sealed class PlatformSignInTests
{
    [Theory]
    [InlineData("reader", Role.Reader)]
    [InlineData("Agent", Role.Agent)]
    [InlineData("admin", Role.Admin)]
    [InlineData("reader,admin,agent", Role.Admin)]
    [InlineData("Invoices.Read,agent", Role.Agent)]
    public void Find_SignedInWithAppRoles_HasTheHighestOfThem(string roles, Role expected)
    {
        var identity = SignIn().Find(Header(roles.Split(',')));

        Assert.Equal(new Identity("anna@example.com", expected, IsPerson: true) { Address = "anna@example.com" }, identity);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("reader", Role.Reader)]
    [InlineData("agent", Role.Agent)]
    public void Find_SignedInWithoutAnAppRole_HasTheDefaultRole_OrNone(string? defaultRole, Role? expected)
    {
        Assert.Equal(expected, SignIn(defaultRole: defaultRole).Find(Header("Invoices.Read"))?.Role);
        Assert.Equal(expected, SignIn(defaultRole: defaultRole).Find(Header())?.Role);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("False", false)]
    [InlineData("True", true)]
    public void Find_TheHeaderIsBelievedOnlyWhereThePlatformSaysThatItSignsIn(string? isOn, bool expected)
    {
        Assert.Equal(expected, SignIn(isOn).Find(Header("admin")) is not null);
        Assert.Null(SignIn(isOn, isLocal: true).Find(Header("admin")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("bm90IGpzb24=")] // not json
    [InlineData("bnVsbA==")] // null
    [InlineData("W10=")] // []
    [InlineData("e30=")] // {}
    [InlineData("eyJjbGFpbXMiOltudWxsLHt9XX0=")] // {"claims":[null,{}]}
    [InlineData("eyJjbGFpbXMiOlt7InR5cCI6InJvbGVzIiwidmFsIjoiYWRtaW4ifV19")] // a role and no name
    public void Find_NoHeaderOfThePlatform_IsNobody(string? header) => Assert.Null(SignIn(defaultRole: "admin").Find(header));

    [Fact]
    public void Problems_ARoleThatThereIsNot_SaysWhichThereAre() =>
        Assert.Equal(
            "error: Access:DefaultRole is 'owner'; it is reader, agent, admin", Assert.Single(SignIn(defaultRole: "owner").Problems));

    private static PlatformSignIn SignIn(string? isOn = "True", string? defaultRole = null, bool isLocal = false) => new(
        new ConfigurationBuilder()
            .AddInMemoryCollection([new("WEBSITE_AUTH_ENABLED", isOn), new("Access:DefaultRole", defaultRole)])
            .Build(),
        isLocal);

    private static string Header(params string[] roles) => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        auth_typ = "aad",
        name_typ = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        role_typ = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
        claims = roles.Select(role => new { typ = "roles", val = role })
            .Prepend(new { typ = "preferred_username", val = "anna@example.com" }),
    })));
}
