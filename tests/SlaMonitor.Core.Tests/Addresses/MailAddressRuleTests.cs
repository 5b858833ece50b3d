using SlaMonitor.Core.Addresses;

namespace SlaMonitor.Core.Tests.Addresses;

public sealed class MailAddressRuleTests
{
    [Theory]
    [InlineData("anna@example.com")]
    [InlineData("anna.b+c_d-e@mail.example.com")]
    [InlineData("o'hara@example.com")]
    [InlineData("anna@xn--bcher-kva.example")]
    [InlineData("anna@bücher.example")]
    [InlineData("安娜@例子.example")]
    [InlineData("root@localhost")]
    public void IsPlain_AnAddressThatMailSystemsGiveOut_Is(string text) => Assert.True(MailAddressRule.IsPlain(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("@example.com")]
    [InlineData("anna@")]
    [InlineData("anna@[127.0.0.1]")]
    [InlineData("anna@[IPv6:::1]")]
    [InlineData("\"anna\"@example.com")]
    [InlineData("\"a@b\"@example.com")]
    [InlineData("a@b@example.com")]
    [InlineData("anna(comment)@example.com")]
    [InlineData("Anna <anna@example.com>")]
    [InlineData("anna@example.com,eve@example.com")]
    [InlineData("anna@example.com\r\nBcc: eve@example.com")]
    [InlineData("anna@example.com\0")]
    [InlineData("an na@example.com")]
    [InlineData("anna@exa\u00A0mple.com")]
    [InlineData("anna\u202E@example.com")]
    [InlineData("anna@\u2066example.com")]
    [InlineData("an\u200Bna@example.com")]
    [InlineData(".anna@example.com")]
    [InlineData("an..na@example.com")]
    [InlineData("anna@example..com")]
    [InlineData("anna@-example.com")]
    public void IsPlain_AnythingElse_IsNot(string? text) => Assert.False(MailAddressRule.IsPlain(text));

    [Fact]
    public void IsPlain_TooLong_IsNot()
    {
        Assert.False(MailAddressRule.IsPlain(new string('a', 65) + "@example.com"));
        Assert.False(MailAddressRule.IsPlain("a@" + new string('b', 255)));
    }
}
