namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>What it costs in requests to tell one person. docs/scale.md and docs/azure.md reckon with these numbers.</summary>
public sealed class NotificationRequestTests
{
    private const int Shards = 16;

    /// <summary>How many tickets an evaluation works on at a time.</summary>
    private const int AtOnce = 32;

    [Theory]
    [InlineData(1, false)]
    [InlineData(20, false)]
    [InlineData(20, true)]
    public void OneMail_IsFiveRequestsForEachTicketAndThreeMore_AndTwoWhereMailsAreGrouped(int tickets, bool areGrouped)
    {
        var time = new VirtualTime(DueTickets.Opening);
        var (tables, queue, people) = (new MemoryTables(), new MemoryQueue(), new ToldPeople(time));
        using var instance = new MonitorInstance(tables, new(Shards), queue, people, time, areGrouped);
        time.Run(async () =>
        {
            for (var ticket = 0; ticket < tickets; ticket++) await instance.IngestAsync(DueTickets.Created(ticket * DueTickets.People));
        });
        // Read, due row, log and state, outcomes; and once after the start, since when the helpdesk is heard: read and kept.
        Assert.Equal((4 * tickets) + 2, tables.Requests);

        time.MoveTo(DueTickets.Tick);
        var before = tables.Requests;
        time.Run(() => instance.EvaluateAsync());
        // Read, new due row, state, old due row; and once after the start of the program, whether agreements have changed. When the person
        // had their last mail: read and kept.
        Assert.Equal(Shards + (4 * tickets) + 1 + (areGrouped ? 2 : 0), tables.Requests - before);
        Assert.Equal(1, queue.Requests);

        before = tables.Requests;
        queue.Close();
        time.Run(() => instance.NotifyAsync(callsAtOnce: 1));
        Assert.Equal(1, people.Mails);
        // Claim: 2, read: 1, record: 2. What the mail carries: 1; the mails of the address, read and written: 2.
        Assert.Equal((5 * tickets) + 3, tables.Requests - before);
        Assert.Equal(3, queue.Requests); // sent, taken, completed
    }

    /// <summary>
    /// Who waits for answers works on others meanwhile, up to <see cref="AtOnce"/> at a time: so many take as long as one.
    /// </summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(AtOnce, 1)]
    [InlineData(AtOnce + 1, 2)]
    [InlineData(10 * AtOnce, 10)]
    public void Evaluation_EveryRequestTakesAWhile_LastsForTheRequestsOfOneTicketForEach32(int tickets, int turns)
    {
        var time = new VirtualTime(DueTickets.Opening);
        var tables = new MemoryTables();
        using var instance = new MonitorInstance(tables, new(Shards), new MemoryQueue(), new ToldPeople(time), time);
        time.Run(async () =>
        {
            for (var ticket = 0; ticket < tickets; ticket++) await instance.IngestAsync(DueTickets.Created(ticket));
        });
        time.MoveTo(DueTickets.Tick);
        tables.Request = () => time.DelayAsync(ScaleRun.Latency);

        time.Run(() => instance.EvaluateAsync());

        // Whether agreements have changed, what is due in all shards, and then read, new due row, state, old due row.
        Assert.Equal(ScaleRun.Latency * (2 + (4 * turns)), time.GetCurrentInstant() - DueTickets.Tick);
    }
}
