using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Tests.Storage;

public sealed class TicketChangeJsonTests
{
    [Fact]
    public void Serialize_EveryField_IsLegible()
    {
        var change = new TicketChange
        {
            CreatedAt = Instant.FromUtc(2026, 3, 2, 9, 0),
            Requesters = ["9", "casey"],
            Status = TicketStatus.OnHold,
            Priority = TicketPriority.Urgent,
            Emergency = true,
            Title = "无法登录 <b>",
            Url = new("https://helpdesk.example.com/5158?a=1&b=2"),
            Customer = "ACME",
            Category = "",
            Tags = ["vip", "eu"],
            Group = "second line",
            Assignee = "ann",
            By = Actor.System,
            Agent = "bot",
            Author = "5",
            OthersAreAgents = true,
            Public = false,
            Rating = 5,
        };

        Assert.Equal(
            string.Concat(
                """{"createdAt":"2026-03-02T09:00:00Z","requesters":["9","casey"],""",
                """ "status":"onHold","priority":"urgent","emergency":true,"title":"无法登录 <b>",""".Trim(),
                """ "url":"https://helpdesk.example.com/5158?a=1&b=2","customer":"ACME","category":"",""".Trim(),
                """ "tags":["vip","eu"],"group":"second line","assignee":"ann","by":"system",""".Trim(),
                """ "agent":"bot","author":"5","othersAreAgents":true,"public":false,"rating":5}""".Trim()),
            TicketChangeJson.Serialize(change));
    }

    [Fact]
    public void Deserialize_WhatWasWritten_IsTheSame()
    {
        var created = Instant.FromUtc(2026, 3, 2, 9, 0);
        var change = new TicketChange { CreatedAt = created, Requesters = ["9"], Author = "5", OthersAreAgents = true };

        var read = TicketChangeJson.Deserialize(TicketChangeJson.Serialize(change));

        Assert.Equal(change with { Requesters = null }, read with { Requesters = null });
        Assert.Equal(["9"], read.Requesters!);
    }

    [Fact]
    public void Serialize_Nothing_IsEmpty() => Assert.Equal("{}", TicketChangeJson.Serialize(TicketChange.None));

    [Theory]
    [InlineData("""{"status":"escalated","priority":"urgent"}""")]
    [InlineData("""{"status":"OnHold","priority":"urgent"}""")]
    [InlineData("""{"status":"3","priority":"urgent"}""")]
    [InlineData("""{"status":3,"priority":"urgent"}""")]
    [InlineData("""{"status":{"name":["open"]},"priority":"urgent","by":"robot"}""")]
    [InlineData("""{"newField":[1,2],"priority":"urgent"}""")]
    public void Deserialize_WhatAnotherVersionWrote_ReadsAsNotSaid(string json) =>
        Assert.Equal(new TicketChange { Priority = TicketPriority.Urgent }, TicketChangeJson.Deserialize(json));
}
