using System.Security.Cryptography;
using System.Text;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Tests.Harness;

namespace SlaMonitor.Webhooks.Tests.Signing;

/// <summary>The tokens of Jira's apps, made by hand, so that the library is not its own judge.</summary>
public sealed class TokenTests
{
    private const string Header = """{"alg":"HS256","typ":"JWT"}""";
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 4, 9, 15);

    [Fact]
    public void Token_SignedAndInTime_IsGenuine() => Assert.Equal(Verdict.Genuine, Verify(Token(Header, Expires(3))));

    [Fact]
    public void Token_Expired_IsStale() => Assert.Equal(Verdict.Stale, Verify(Token(Header, Expires(-3))));

    [Fact]
    public void Token_ThatNeverExpires_IsRefused() => Assert.NotEqual(Verdict.Genuine, Verify(Token(Header, """{"iss":"app"}""")));

    [Fact]
    public void Token_OfAnotherSecret_IsWrong() =>
        Assert.Equal(Verdict.Wrong, Verify(Token(Header, Expires(3), "another-secret-altogether-and-long")));

    [Theory]
    [InlineData("""{"alg":"none","typ":"JWT"}""")]
    [InlineData("""{"alg":"HS512","typ":"JWT"}""")]
    [InlineData("""{"alg":"RS256","typ":"JWT"}""")]
    public void Token_OfAnotherAlgorithm_IsWrong(string header)
    {
        Assert.Equal(Verdict.Wrong, Verify(Token(header, Expires(3))));
        var unsigned = Token(header, Expires(3));
        Assert.Equal(Verdict.Wrong, Verify(unsigned[..(unsigned.LastIndexOf('.') + 1)]));
    }

    [Fact]
    public void Token_AnyCharacterChanged_IsRefused()
    {
        var token = Token(Header, Expires(3));
        for (var i = 0; i < token.Length - 1; i++) // the last digit of 43 has two bits that no decoder looks at
        {
            var changed = $"{token[..i]}{(char)(token[i] == 'A' ? 'B' : 'A')}{token[(i + 1)..]}";
            if (changed != token) Assert.NotEqual(Verdict.Genuine, Verify(changed));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    public void Token_ThatIsNone_IsWrong(string token) => Assert.Equal(Verdict.Wrong, Verify(token));

    [Fact]
    public void Token_BesideAWrongSignature_DoesNotHelp() =>
        Assert.Equal(Verdict.Wrong, Verify(Token(Header, Expires(3)), ("X-Hub-Signature", "sha256=00")));

    private static Verdict Verify(string token, params (string Name, string Value)[] more)
    {
        var headers = more.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
        headers["Authorization"] = "Bearer " + token;
        var connection = TestConnections.Of("jira", options => options.Secret = "a-secret-of-the-tests-that-is-long");
        return connection.Verify(new WebhookRequest("application/json", headers, "{}"u8.ToArray()), Now);
    }

    private static string Expires(int minutes) =>
        $$"""{"iss":"app","iat":{{Now.ToUnixTimeSeconds() - 600}},"exp":{{(Now + Duration.FromMinutes(minutes)).ToUnixTimeSeconds()}}}""";

    private static string Token(string header, string claims, string secret = "a-secret-of-the-tests-that-is-long")
    {
        var signed = $"{Text(Encoding.UTF8.GetBytes(header))}.{Text(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Text(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)))}";
    }

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
