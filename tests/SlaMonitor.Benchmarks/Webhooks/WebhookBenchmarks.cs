using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using SlaMonitor.Webhooks;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Reading;
using SlaMonitor.Webhooks.Signing;

namespace SlaMonitor.Benchmarks.Webhooks;

/// <summary>
/// Proof and meaning of one message of two kilobytes, for each kind; beside it, in the same run, the least that anybody would do with it:
/// one HMAC-SHA256 over the body, and one parse of its JSON.
/// </summary>
[MinColumn]
public class WebhookBenchmarks
{
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 4, 18, 0);

    private readonly byte[] _key = Encoding.UTF8.GetBytes(SampleMessages.Secret);
    private Connection _connection = null!;
    private WebhookRequest _request = null!;

    /// <summary>The kind of helpdesk.</summary>
    [ParamsSource(nameof(All))]
    public string Kind { get; set; } = "";

    /// <summary>All kinds.</summary>
    public static IEnumerable<string> All => Helpdesks.All.Select(kind => kind.Name);

    [GlobalSetup]
    public void Setup()
    {
        _connection = SampleMessages.Connection(Kind);
        _request = SampleMessages.Request(Kind, Now);
        if (VerifyAndTranslate() == 0) throw new InvalidOperationException($"The message of {Kind} is not taken.");
    }

    [Benchmark]
    public int VerifyAndTranslate() =>
        _connection.Verify(_request, Now) == Verdict.Genuine ? WebhookReader.Translate(_connection, _request, Now).Events.Count : 0;

    [Benchmark(Baseline = true)]
    public int BareHmacAndParse()
    {
        var hash = HMACSHA256.HashData(_key, _request.Body.Span);
        using var document = JsonDocument.Parse(_request.Body);
        return hash[0] + (int)document.RootElement.ValueKind;
    }
}
