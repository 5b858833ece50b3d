using CsCheck;
using SlaMonitor.Azure.ServiceBus;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Azure.Tests.ServiceBus;

public sealed class BatchesTests
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public void Envelope_SaysAllThatTheMessageSays()
    {
        var envelope = Envelope.Of(new("id", "resolution/1/due", "HD-1", "{}", Trace));

        Assert.Equal(("id", "resolution/1/due", "HD-1", "{}"), (envelope.MessageId, envelope.Subject, envelope.CorrelationId, envelope.Body));
        Assert.Equal([new("traceparent", Trace), new("Diagnostic-Id", Trace)], envelope.Properties);
        Assert.Equal(TimeSpan.FromDays(14), Envelope.TimeToLive);
        Assert.Empty(Envelope.Of(new("id", "s", "HD-1", "{}")).Properties);
    }

    [Fact]
    public void Of_Nothing_IsNothing() => Assert.Empty(Batches.Of([]));

    [Fact]
    public void Of_AnyMessages_KeepsAllInOrder_AndEveryBatchFits_AndNoneIsCutTooEarly()
    {
        var messages = Gen.Select(Gen.Int[0, 60_000], Gen.Bool).Array[0, 40].Select(sizes =>
            sizes.Select((size, i) => new OutgoingMessage($"m{i}", "s", "HD-1", new string(size.Item2 ? '漢' : 'x', size.Item1), Trace)).ToArray());

        messages.Sample(
            sent =>
            {
                var batches = Batches.Of(sent);
                Assert.Equal(sent.Select(m => (m.MessageId, m.Body)), batches.SelectMany(batch => batch).Select(e => (e.MessageId, e.Body)));
                Assert.All(batches, batch => Assert.InRange(batch.Sum(e => e.Size), 1, Batches.LargestBatch));
                Assert.All(batches.Zip(batches.Skip(1)), pair => Assert.True(pair.First.Sum(e => e.Size) + pair.Second[0].Size > Batches.LargestBatch));
            },
            iter: 50);
    }

    [Fact]
    public void Of_TheLargestBodyThatAnOrderMayHave_Fits() =>
        Assert.Single(Batches.Of([new("id", new string('s', 256), new string('漢', 256), new string('x', MailManifest.LongestBody), Trace)]));

    [Fact]
    public void Of_AMessageThatFitsNowhere_IsAMistakeOfTheProgram()
    {
        var mistake = Assert.Throws<ArgumentException>(() => Batches.Of([new("id", "s", "HD-1", new string('x', 256 * 1024))]));

        Assert.StartsWith("Message 'id' takes 262663 bytes; at most 245760 are sent.", mistake.Message, StringComparison.Ordinal);
    }
}
