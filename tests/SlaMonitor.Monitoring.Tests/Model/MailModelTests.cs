using CsCheck;

namespace SlaMonitor.Monitoring.Tests.Model;

/// <summary>
/// Random histories of tickets, late news, priorities, acknowledgements, looks, jumps of the clock, and deaths of the process at any call
/// of a port, with every message delivered twice: the mails are those of the specification, each once.
/// </summary>
public sealed class MailModelTests
{
    [Fact]
    public void Mails_OfAnyHistory_AreThoseOfTheSpecification_EachOnce() =>
        Move.Histories.Sample(
            history => ModelRun.RunAsync(history).GetAwaiter().GetResult(),
            iter: 150,
            print: history => string.Join('\n', history.AsEnumerable()));
}
