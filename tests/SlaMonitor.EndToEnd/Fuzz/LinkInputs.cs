using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SlaMonitor.Webhooks.Tests.Fuzz;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>Acknowledge links as mails have them, and as nobody ever sent them: with signatures that are right all the same.</summary>
internal static class LinkInputs
{
    private static readonly byte[] KeyBytes = SHA256.HashData("the key of the fuzz"u8);

    /// <summary>The key that signs links.</summary>
    public static string Key => Convert.ToBase64String(KeyBytes);

    public static FuzzInput Make(Draw draw)
    {
        var token = draw.OneIn(6) ? Spoilt(draw, Token(draw)) : Token(draw);
        var method = draw.From(["GET", "GET", "HEAD", "POST", "POST"]);
        var body = method == "POST" ? Encoding.UTF8.GetBytes(draw.Usually("take=1", 2)) : [];
        return RequestBytes.Input(
            draw,
            "acknowledge",
            method,
            $"/api/acknowledge/{token}",
            method == "POST" ? [("Content-Type", draw.Usually("application/x-www-form-urlencoded", 4))] : [],
            body);
    }

    private static string Token(Draw draw)
    {
        var claims = new JsonObject
        {
            ["iss"] = draw.Usually("slamonitor", 40),
            ["aud"] = draw.Usually("slamonitor/acknowledge", 40),
            ["iat"] = draw.Now.ToUnixTimeSeconds(),
            ["exp"] = draw.OneIn(10)
                ? draw.From<JsonNode>([0, -1, draw.Strange(), 253402300799, 253402300800, long.MaxValue, 1e300])
                : draw.Now.ToUnixTimeSeconds() + draw.Next(100_000) - 10_000,
            ["sub"] = draw.Usually("lead@example.com", 10),
        };
        if (draw.OneIn(4))
        {
            claims["mail"] = draw.Usually("mail-1", 2);
        }
        else
        {
            claims["tkt"] = draw.Usually(draw.Ticket(), 10);
            claims["clk"] = draw.Usually(draw.From(["response", "response#1", "response:1", "response/1"]), 10);
            claims["ntf"] = draw.Usually("n-1", 2);
        }

        var payload = JsonSerializer.SerializeToUtf8Bytes(claims);
        if (draw.OneIn(5)) payload = new Mutator(draw.Next(int.MaxValue)).Mutate(payload);
        var algorithm = draw.OneIn(20) ? draw.From(["none", "HS512", "RS256", ""]) : "HS256";
        var header = $$"""{"alg":"{{algorithm}}","typ":"JWT"}""";
        var signed = $"{Base64Url(Encoding.UTF8.GetBytes(header))}.{Base64Url(payload)}";
        return $"{signed}.{Base64Url(HMACSHA256.HashData(KeyBytes, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Spoilt(Draw draw, string token) => draw.Next(5) switch
    {
        0 => Uri.EscapeDataString(draw.Strange()),
        1 => draw.Strange(),
        2 => token[..draw.Next(token.Length)],
        3 => token + token,
        _ => token.Insert(draw.Next(token.Length), Uri.EscapeDataString(draw.Strange())),
    };

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
