namespace SlaMonitor.Azure.Tests.Scale;

/// <summary>What it costs in requests to tell one person. docs/scale.md and docs/azure.md reckon with these numbers.</summary>
public sealed class NotificationRequestTests
{
    private const int Shards = 16;

    [Theory]
    [InlineData(1, false)]
    [InlineData(20, false)]
    [InlineData(20, true)]
    public async Task OneMail_IsFiveRequestsForEachTicketAndThreeMore_AndTwoWhereMailsAreGrouped(int tickets, bool areGrouped)
    {
        var time = new VirtualTime(DueTickets.Opening);
        var (tables, queue, people) = (new MemoryTables(), new MemoryQueue(), new ToldPeople(time));
        using var instance = new MonitorInstance(tables, new(Shards), queue, people, time, areGrouped);
        for (var ticket = 0; ticket < tickets; ticket++) await instance.IngestAsync(DueTickets.Created(ticket * DueTickets.People));
        Assert.Equal(3 * tickets, tables.Requests); // read, due row, log and state

        time.MoveTo(DueTickets.Tick);
        var before = tables.Requests;
        await instance.EvaluateAsync();
        // Read, new due row, state, old due row; and once after the start of the program, whether agreements have changed. When the person
        // had their last mail: read and kept.
        Assert.Equal(Shards + (4 * tickets) + 1 + (areGrouped ? 2 : 0), tables.Requests - before);
        Assert.Equal(1, queue.Requests);

        before = tables.Requests;
        queue.Close();
        await instance.NotifyAsync(callsAtOnce: 1);
        Assert.Equal(1, people.Mails);
        // Claim: 2, read: 1, record: 2. What the mail carries: 1; the mails of the address, read and written: 2.
        Assert.Equal((5 * tickets) + 3, tables.Requests - before);
        Assert.Equal(3, queue.Requests); // sent, taken, completed
    }
}
