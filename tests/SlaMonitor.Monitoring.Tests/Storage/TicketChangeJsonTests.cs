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
            Public = false,
            Rating = 5,
        };

        Assert.Equal(
            string.Concat(
                """{"status":"onHold","priority":"urgent","emergency":true,"title":"无法登录 <b>",""",
                """ "url":"https://helpdesk.example.com/5158?a=1&b=2","customer":"ACME","category":"",""".Trim(),
                """ "tags":["vip","eu"],"group":"second line","assignee":"ann","by":"system",""".Trim(),
                """ "agent":"bot","public":false,"rating":5}""".Trim()),
            TicketChangeJson.Serialize(change));
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
