using CsCheck;
using SlaMonitor.Core.Tests.Clocks;
using SlaMonitor.Core.Tickets;
using static SlaMonitor.Core.Tests.Clocks.Story;

namespace SlaMonitor.Core.Tests.Tickets;

/// <summary>Who has a promise, out of what the log says: taken, handed over, given back.</summary>
public sealed class HandOverTests
{
    private static readonly string[] Names = ["anna", "ben", "chen"];

    /// <summary>What people do with one of two promises, on a grid so coarse that several do it at once.</summary>
    private static readonly Gen<(int Clock, int Quarter, int Who, int Whom, int Length)> AnyDeed =
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 12], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 6]);

    [Fact]
    public void HandedOver_FromThenOnTheOtherHasIt_AndTheFirstNoLonger()
    {
        var ticket = new Story().Created("03-02 09:00").Take("anna", "03-02 10:00", "03-02 14:00")
            .Pass("anna", "ben", "03-02 11:00", "03-02 15:00", by: "anna").Ticket;

        Assert.Equal(
            [("anna", At("03-02 10:00"), At("03-02 11:00")), ("ben", At("03-02 11:00"), At("03-02 15:00"))],
            ticket.Acknowledgements.Select(taken => (taken.By, taken.At, taken.Until)));
        Assert.Equal("anna", ticket.Acknowledgements[0].EndedBy);
        Assert.Equal("anna", ticket.Acknowledgements[1].GivenBy);
    }

    [Fact]
    public void GivenBack_NobodyHasIt_AndAnybodyMayTakeItAgain()
    {
        var story = new Story().Created("03-02 09:00").Take("anna", "03-02 10:00", "03-02 14:00")
            .Pass("anna", to: null, "03-02 11:00", "03-02 11:00", by: "ben");
        Assert.Equal([At("03-02 11:00")], story.Ticket.Acknowledgements.Select(taken => taken.Until));
        Assert.Equal("ben", story.Ticket.Acknowledgements[0].EndedBy);

        story.Take("chen", "03-02 11:00", "03-02 15:00");
        Assert.Equal("chen", story.Ticket.Acknowledgements.Single(taken => taken.HoldsAt(At("03-02 11:00"))).By);
    }

    [Theory]
    [InlineData("ben", "03-02 11:00")] // anna has it, not ben
    [InlineData("anna", "03-02 14:00")] // it has expired
    [InlineData("anna", "03-02 09:30")] // she has not taken it yet
    public void HandedOver_ByWhomHasItNot_ChangesNothing(string holder, string at)
    {
        var story = new Story().Created("03-02 09:00").Take("anna", "03-02 10:00", "03-02 14:00");
        var before = story.Ticket.Acknowledgements;

        story.Pass(holder, "chen", at, "03-02 18:00", by: "chen");

        Assert.Equal(before, story.Ticket.Acknowledgements);
    }

    [Fact]
    public void AnyDeeds_InAnyOrder_LeaveAPromiseWithOnePersonAtMost() =>
        Gen.Select(AnyDeed.Array[1, 12], Gen.Int).Sample((deeds, seed) =>
        {
            var story = new Story().Created("03-02 08:00");
            foreach (var deed in deeds) Do(story, deed);
            var ticket = story.Ticket;

            for (var quarter = 0; quarter < 24; quarter++)
            {
                var at = At("03-02 09:00") + Duration.FromMinutes(15 * quarter);
                Assert.All(
                    ticket.Acknowledgements.Where(taken => taken.HoldsAt(at)).GroupBy(taken => taken.Clock),
                    held => Assert.Single(held));
            }

            Assert.All(ticket.Acknowledgements, taken => Assert.True(taken.At < taken.Until));
            var shuffled = story.Events.Concat(story.Events.Where((_, i) => i % 2 == 0)).ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(ticket.Acknowledgements, Ticket.Fold(shuffled)!.Acknowledgements);
        });

    private static void Do(Story story, (int Clock, int Quarter, int Who, int Whom, int Length) deed)
    {
        var clock = new ClockId($"response/{deed.Clock + 1}/3600s");
        var at = At("03-02 09:00") + Duration.FromMinutes(15 * deed.Quarter);
        var until = at + Duration.FromMinutes(15 * deed.Length);
        story.Add(TicketEventType.Acknowledged, at, new TicketChange
        {
            Acknowledgement = deed.Whom == 3
                ? new Acknowledgement(clock, Names[deed.Who], at, at + Duration.FromMinutes(15 * (deed.Length + 1)))
                : new Acknowledgement(clock, Names[deed.Whom], at, until) { Replaces = Names[deed.Who], GivenBy = Names[deed.Who] },
        });
    }
}

file static class Deeds
{
    public static Story Take(this Story story, string by, string at, string until) => story.Add(
        TicketEventType.Acknowledged, at,
        new TicketChange { Acknowledgement = new Acknowledgement(new("response/1/3600s"), by, At(at), At(until)) });

    public static Story Pass(this Story story, string holder, string? to, string at, string until, string by) => story.Add(
        TicketEventType.Acknowledged, at,
        new TicketChange
        {
            Acknowledgement = new Acknowledgement(new("response/1/3600s"), to ?? by, At(at), At(until))
            {
                Replaces = holder,
                GivenBy = to is null ? null : by,
            },
        });
}
