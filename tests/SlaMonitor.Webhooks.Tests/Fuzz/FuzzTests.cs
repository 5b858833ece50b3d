using SlaMonitor.Core.Tickets;
using SlaMonitor.Webhooks.Connections;
using SlaMonitor.Webhooks.Intake;
using SlaMonitor.Webhooks.Tests.Harness;

namespace SlaMonitor.Webhooks.Tests.Fuzz;

/// <summary>
/// Whatever a helpdesk sends, the reader answers, and what it makes of it is an event that a well-behaved sender could have sent.
/// </summary>
public sealed class FuzzTests
{
    private const int Mutations = 100_000;
    private const int Seed = 20260504;

    [Fact]
    public void HundredThousandMutations_AreRefusedOrAreEventsThatMayBeStored()
    {
        var originals = HelpdeskSamples.All.Select(
            sample => (Sample: sample, Body: HelpdeskSamples.Read(sample), Connection: ConnectionOf(sample))).ToList();
        var taken = 0;
        var refused = 0;
        Parallel.For(0, Mutations, i =>
        {
            var (sample, original, connection) = originals[i % originals.Count];
            var body = new Mutator(Seed + i).Mutate(original);
            var translated = WebhookReader.Translate(connection, HelpdeskSamples.Request(sample, body), HelpdeskSamples.Evening);

            Assert.True(translated.Problems.Count == 0 || translated.Events.Count == 0, $"{sample}, seed {Seed + i}: taken in part");
            Assert.All(translated.Events, e => AssertMayBeStored(e, connection, $"{sample}, seed {Seed + i}"));
            if (translated.Problems.Count > 0) Interlocked.Increment(ref refused);
            else Interlocked.Increment(ref taken);
        });

        // A fuzz test of which everything is refused, or nothing is, tests nothing.
        Assert.InRange(taken, Mutations / 10, Mutations);
        Assert.InRange(refused, Mutations / 10, Mutations);
    }

    private static Connection ConnectionOf(string sample) => TestConnections.Of(HelpdeskSamples.KindOf(sample), options =>
    {
        options.Fields = "issue.fields.labels=category, detail.external_id=emergency, ticket.organization=customer";
        options.TicketUrl = "https://helpdesk.example.com/{id}";
    });

    private static void AssertMayBeStored(TicketEvent e, Connection connection, string where)
    {
        Assert.True(
            e.Source == $"/webhooks/{connection.Name}" && e.TicketId.StartsWith($"{connection.Name}:", StringComparison.Ordinal)
                && e.TicketId.Length > connection.Name.Length + 1,
            where);
        var objection = CanonicalForm.Objection(e, HelpdeskSamples.Evening);
        Assert.True(objection is null, $"{where}: {objection}");
    }
}
