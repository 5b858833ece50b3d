using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Functions.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Harness;
using SlaMonitor.Webhooks.Tests.Stories;

namespace SlaMonitor.Webhooks.Tests.Fuzz;

/// <summary>The same through the front door, signed as a helpdesk that has gone wrong would sign.</summary>
public sealed class HttpFuzzTests
{
    private const int Mutations = 3_000;
    private const int Seed = 4711;

    [Fact]
    public async Task ThousandsOfMutations_OverHttp_NeverFailTheServerNorLogAnException()
    {
        var logs = new FakeLogCollector();
        await using var monitor = await TestMonitor.StartAsync(
            services => services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(logs))),
            TestConnections.Settings(),
            "2026-05-04T18:00:00Z");
        var samples = HelpdeskSamples.All.Where(sample => !sample.Contains("cloudevents", StringComparison.Ordinal)).ToList();
        var answers = new Dictionary<int, int>();
        for (var i = 0; i < Mutations; i++)
        {
            var sample = samples[i % samples.Count];
            var body = new Mutator(Seed + i).Mutate(HelpdeskSamples.Read(sample));
            using var request = Story.Send(HelpdeskSamples.KindOf(sample), body, HelpdeskSamples.Evening);
            using var answer = await monitor.Http.SendAsync(request);
            answers[(int)answer.StatusCode] = answers.GetValueOrDefault((int)answer.StatusCode) + 1;
            Assert.True((int)answer.StatusCode is 200 or 202 or 400, $"{(int)answer.StatusCode} to {sample}, seed {Seed + i}");
        }

        Assert.Equal([200, 202, 400], answers.Keys.Order());
        Assert.DoesNotContain(logs.GetSnapshot(), entry => entry.Exception is not null || entry.Level >= LogLevel.Error);
    }
}
