using System.Text.Json.Nodes;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;
using SlaMonitor.Webhooks.Tests.Harness;

namespace SlaMonitor.Webhooks.Tests.Signing;

/// <summary>
/// Vectors worked out from the vendors' published formulas, each over the bytes of a sample. One byte changed anywhere, and it is refused.
/// </summary>
public sealed class VectorTests
{
    /// <summary>Headers that take part in the proof; the rest of what a vector sends is for the sender's own books.</summary>
    private static readonly string[] Proving =
    [
        "X-Zendesk-Webhook-Signature", "X-Zendesk-Webhook-Signature-Timestamp", "X-Hub-Signature", "X-Hub-Signature-256",
        "X-Chatwoot-Signature", "X-Chatwoot-Timestamp", "X-GLPI-signature", "X-GLPI-timestamp",
        "X-HubSpot-Signature-v3", "X-HubSpot-Request-Timestamp", "X-Frappe-Webhook-Signature", "webhook-id", "webhook-timestamp",
        "webhook-signature",
    ];

    private static readonly IReadOnlyList<Vector> Vectors =
        [.. JsonNode.Parse(HelpdeskSamples.Text("signing-vectors.json"))!.AsArray().Select(vector => new Vector(
            (string)vector!["file"]!,
            (string)vector["secret"]!,
            vector["headers"]!.AsObject()
                .ToDictionary(header => header.Key, header => (string)header.Value!, StringComparer.OrdinalIgnoreCase)))];

    public static TheoryData<string> Files => [.. Vectors.Select(vector => vector.File)];

    [Fact]
    public void Vectors_AreThereForEveryKindThatSigns() => Assert.Equal(
        Helpdesks.All.Where(kind => kind.Traits.SecretHeader is null).Select(kind => kind.Name).Order(StringComparer.Ordinal),
        Vectors.Select(vector => vector.Kind).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void Vector_AsSigned_IsGenuine(string file) => Assert.Equal(Verdict.Genuine, Find(file).Verify());

    [Theory]
    [MemberData(nameof(Files))]
    public void Vector_SecretIsTheSecondOfTwo_IsGenuine(string file)
    {
        var vector = Find(file);
        var other = vector.Kind == "standard-webhooks" ? $"whsec_{Convert.ToBase64String(new byte[32])}" : "another-secret-of-before";

        Assert.Equal(Verdict.Genuine, vector.Verify(configure: options => (options.Secret, options.SecondSecret) = (other, vector.Secret)));
        Assert.Equal(Verdict.Wrong, vector.Verify(configure: options => options.Secret = other));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Vector_AnyByteOfTheBodyChanged_IsWrong(string file)
    {
        var vector = Find(file);
        var connection = vector.Connection();
        var body = HelpdeskSamples.Read(file);
        for (var i = 0; i < body.Length; i++)
        {
            body[i] ^= 1;
            Assert.Equal(Verdict.Wrong, vector.Verify(connection, vector.Headers, body));
            body[i] ^= 1;
        }

        Assert.Equal(Verdict.Wrong, vector.Verify(connection, vector.Headers, body[..^1]));
        Assert.Equal(Verdict.Wrong, vector.Verify(connection, vector.Headers, [.. body, (byte)'\n']));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Vector_AnyCharacterOfAHeaderChanged_IsRefused(string file)
    {
        var vector = Find(file);
        var connection = vector.Connection();
        var body = HelpdeskSamples.Read(file);
        foreach (var name in vector.Headers.Keys.Intersect(Proving, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var changed in Changes(vector.Headers[name]))
                Assert.Equal(
                    Verdict.Wrong,
                    vector.Verify(connection, new(vector.Headers, StringComparer.OrdinalIgnoreCase) { [name] = changed }, body));

            var without = new Dictionary<string, string>(vector.Headers, StringComparer.OrdinalIgnoreCase);
            without.Remove(name);
            Assert.Equal(Verdict.Missing, vector.Verify(connection, without, body));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Vector_AnyCharacterOfTheSecretChanged_IsWrong(string file)
    {
        var vector = Find(file);
        foreach (var changed in Changes(vector.Secret))
        {
            var options = vector.Options(configured => configured.Secret = changed);
            var builder = new ConnectionBuilder(Helpdesks.All, vector.Kind, options);
            if (builder.Errors.Count > 0) continue; // not a secret of this kind at all: the monitor does not even start

            Assert.Equal(Verdict.Wrong, vector.Verify(builder.Build(), vector.Headers, HelpdeskSamples.Read(file)));
        }
    }

    [Theory]
    [InlineData("zendesk/ticket.created.json", 5)]
    [InlineData("standard-webhooks/standard-webhooks.json", 5)]
    [InlineData("chatwoot/message_created.agent.json", 5)]
    [InlineData("hubspot/creation.json", 5)]
    [InlineData("glpi/ticket.new.json", 24 * 60)]
    public void Vector_OutsideTheWindow_IsStale(string file, int minutes)
    {
        var vector = Find(file);
        var window = Duration.FromMinutes(minutes);

        Assert.Equal(Verdict.Genuine, vector.Verify(at: vector.Signed + window));
        Assert.Equal(Verdict.Stale, vector.Verify(at: vector.Signed + window + Duration.FromSeconds(1)));
        Assert.Equal(Verdict.Genuine, vector.Verify(at: vector.Signed - window));
        Assert.Equal(Verdict.Stale, vector.Verify(at: vector.Signed - window - Duration.FromSeconds(1)));
        Assert.Equal(
            Verdict.Stale,
            vector.Verify(
                at: vector.Signed + Duration.FromMinutes(2),
                configure: options => options.ReplayWindow = TimeSpan.FromMinutes(1)));
    }

    private static Vector Find(string file) => Vectors.Single(vector => vector.File == file);

    /// <summary>Each character by its neighbour, by its other case and by nothing; and something more at the end.</summary>
    private static IEnumerable<string> Changes(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            yield return $"{text[..i]}{(char)(text[i] ^ 1)}{text[(i + 1)..]}";
            if (char.IsAsciiLetter(text[i])) yield return $"{text[..i]}{(char)(text[i] ^ 0x20)}{text[(i + 1)..]}";
            yield return text.Remove(i, 1);
        }

        yield return text + "0";
        yield return string.Empty;
    }

    private sealed record Vector(string File, string Secret, Dictionary<string, string> Headers)
    {
        public string Kind => HelpdeskSamples.KindOf(File);

        /// <summary>The time that was signed, where one was.</summary>
        public Instant Signed => Kind == "zendesk" ? Instant.FromUtc(2026, 5, 4, 9, 15, 30) : Instant.FromUtc(2026, 5, 4, 9, 5, 30);

        public ConnectionOptions Options(Action<ConnectionOptions>? configure = null)
        {
            var options = new ConnectionOptions { Kind = Kind, Secret = Secret, PublicUrl = TestConnections.Options(Kind).PublicUrl };
            configure?.Invoke(options);
            return options;
        }

        public Connection Connection(Action<ConnectionOptions>? configure = null) =>
            new ConnectionBuilder(Helpdesks.All, Kind, Options(configure)).Build();

        public Verdict Verify(Instant? at = null, Action<ConnectionOptions>? configure = null)
        {
            var connection = Connection(configure);
            return connection.Verify(new WebhookRequest("application/json", Headers, HelpdeskSamples.Read(File)), at ?? Signed);
        }

        public Verdict Verify(Connection connection, Dictionary<string, string> headers, byte[] body) =>
            connection.Verify(new WebhookRequest("application/json", headers, body), Signed);
    }
}
