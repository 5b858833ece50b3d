using CsCheck;

namespace SlaMonitor.Monitoring.Tests.Model;

/// <summary>
/// Random histories of tickets, late news, priorities, acknowledgements, looks, jumps of the clock, and deaths of the process at any call
/// of a port, with every message delivered twice.
/// </summary>
public sealed class MailModelTests
{
    [Fact]
    public void Mails_OfAnyHistory_AreThoseOfTheSpecification_EachOnce() =>
        Sample(Move.Histories, () => new ModelRun(ModelAgreement.AtOnce, SpecMailbox.AtOnce));

    /// <summary>The mails are grouped over time, each with what the specification says of it.</summary>
    [Fact]
    public void GroupedMails_OfAnyHistory_AreThoseOfTheSpecification() =>
        Sample(Move.Lives, () => new ModelRun(ModelAgreement.Grouped, ModelAgreement.MailboxOfGrouped()));

    /// <summary>A death may bring a mail sooner than the specification says. Nobody is told twice, and nobody is forgotten.</summary>
    [Fact]
    public void GroupedMails_OfAMortalProcess_TellEverybodyOnce() =>
        Sample(Move.Histories, () => new ModelRun(ModelAgreement.Grouped, mailbox: null));

    private static void Sample(Gen<Move[]> histories, Func<ModelRun> create) => histories.Sample(
        history =>
        {
            using var run = create();
            run.PlayAsync(history).GetAwaiter().GetResult();
        },
        iter: 150,
        print: history => string.Join('\n', history.AsEnumerable()));
}
