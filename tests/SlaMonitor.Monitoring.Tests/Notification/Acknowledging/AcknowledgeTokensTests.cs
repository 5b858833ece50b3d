using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Tests.Notification.Acknowledging;

public sealed class AcknowledgeTokensTests
{
    private const string Reference = "@Microsoft.KeyVault(SecretUri=https://kv-1.vault.azure.net/secrets/acknowledgement-key)";

    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly AcknowledgeGrant Grant = new PromiseGrant("工单/1 \"<", new("response/1/14400s"), "Anna@example.com", "n-1");
    private static readonly AcknowledgeGrant OfMail = new MailGrant("m-1", "Anna@example.com");
    private static readonly string[] Keys =
        [.. Enumerable.Range(0, 3).Select(_ => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))];

    [Fact]
    public async Task Read_WhatWasIssued_IsTheWholeGrant_UntilItExpires()
    {
        var token = Tokens(Keys[0]).Issue(Grant, Nine);

        Assert.Equal((Grant, false), await Tokens(Keys[0]).ReadAsync(token, Nine));
        Assert.Equal((Grant, false), await Tokens(Keys[0]).ReadAsync(token, Nine + Duration.FromHours(72) - Duration.FromSeconds(1)));
        Assert.Equal((Grant, true), await Tokens(Keys[0]).ReadAsync(token, Nine + Duration.FromHours(72)));
    }

    [Fact]
    public async Task Read_LinkToAWholeMail_IsThatAndNoLinkToAPromise()
    {
        Assert.Equal((OfMail, false), await Tokens(Keys[0]).ReadAsync(Tokens(Keys[0]).Issue(OfMail, Nine), Nine));
        Assert.Equal((OfMail, true), await Tokens(Keys[0]).ReadAsync(Tokens(Keys[0]).Issue(OfMail, Nine), Nine + Duration.FromHours(72)));
        Assert.Null(await Tokens(Keys[1]).ReadAsync(Tokens(Keys[0]).Issue(OfMail, Nine), Nine));
    }

    [Fact]
    public async Task Read_KeyWasRotated_OldLinksAreGoodAsLongAsTheOldKeyIsKnown()
    {
        var token = Tokens(Keys[0]).Issue(Grant, Nine);

        Assert.Equal((Grant, false), await Tokens(Keys[1], Keys[0]).ReadAsync(token, Nine));
        Assert.Null(await Tokens(Keys[2], Keys[1]).ReadAsync(token, Nine));
    }

    [Fact]
    public async Task Read_AnyLetterChanged_IsNoTokenOfOurs()
    {
        var token = Tokens(Keys[0]).Issue(Grant, Nine);
        for (var i = 0; i < token.Length - 1; i++) // of the last letter, not every bit counts
        {
            var changed = token.ToCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            if (await Tokens(Keys[0]).ReadAsync(new string(changed), Nine) is not null)
                Assert.Fail($"Letter {i} of {token} may be changed.");
        }
    }

    /// <summary>Nobody can sign these but whoever has the key: the answer is that there is no such link, and never a failure.</summary>
    [Theory]
    [InlineData("""{"tkt":"","clk":"c","ntf":"n","sub":"a@example.com"}""")]
    [InlineData("""{"tkt":"a\u0000b","clk":"c","ntf":"n","sub":"a@example.com"}""")]
    [InlineData("""{"tkt":"t","clk":null,"ntf":"n","sub":"a@example.com"}""")]
    [InlineData("""{"tkt":"t","clk":"c","ntf":"","sub":"a@example.com"}""")]
    [InlineData("""{"tkt":"t","clk":"c","ntf":{"\xC3(":"n"},"sub":"a@example.com"}""")]
    [InlineData("""{"tkt":"t","clk":"c","ntf":"n"}""")]
    [InlineData("""{"mail":"","sub":"a@example.com"}""")]
    [InlineData("""{"mail":null,"sub":"a@example.com"}""")]
    [InlineData("""{"mail":"\u0000","sub":"a@example.com"}""")]
    [InlineData("""{"mail":"m","sub":null}""")]
    [InlineData("""{"mail":"m","sub":""}""")]
    [InlineData("""{"mail":"m","sub":"\xC3("}""")]
    public async Task Read_SignedButNothingThatWeWouldSay_IsNoTokenOfOurs(string claims)
    {
        var common = $$"""
            {"iss":"slamonitor","aud":"slamonitor/acknowledge","exp":{{(Nine + Duration.FromHours(1)).ToUnixTimeSeconds()}},
            """;
        // \xC3 stands for that byte, which begins a character that does not go on.
        var payload = Encoding.Latin1.GetBytes(common + claims[1..].Replace("\\xC3", "\u00C3", StringComparison.Ordinal));
        var signed = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(payload)}";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(Keys[0]), Encoding.ASCII.GetBytes(signed));

        Assert.Null(await Tokens(Keys[0]).ReadAsync($"{signed}.{Base64Url.EncodeToString(signature)}", Nine));
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("")]
    public void Key_TooShort_IsRefused(string key) => Assert.Throws<OptionsValidationException>(() => Tokens(key));

    [Fact]
    public async Task Key_ThatHasNotComeFromTheVault_SignsNothingAndOpensNothing()
    {
        var tokens = Tokens(Reference, Keys[0]);

        Assert.Throws<SecretUnavailableException>(() => tokens.Issue(Grant, Nine));
        await Assert.ThrowsAsync<SecretUnavailableException>(() => tokens.ReadAsync(Tokens(Keys[0]).Issue(Grant, Nine), Nine));
    }

    [Fact]
    public async Task PreviousKey_ThatHasNotComeFromTheVault_OpensNothing_AndTheKeyDoes()
    {
        var tokens = Tokens(Keys[0], Reference);

        Assert.Equal((Grant, false), await tokens.ReadAsync(tokens.Issue(Grant, Nine), Nine));
        Assert.Null(await tokens.ReadAsync(Tokens(Keys[1]).Issue(Grant, Nine), Nine));
    }

    private static AcknowledgeTokens Tokens(string key, string? previous = null) =>
        new(Options.Create(new AcknowledgeOptions { Key = key, PreviousKey = previous, PublicUrl = "https://sla.example.com" }));
}
