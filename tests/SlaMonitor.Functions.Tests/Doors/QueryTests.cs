using SlaMonitor.Functions.Api;
using SlaMonitor.Functions.Doors;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>What stands behind the question mark of an address, at every door.</summary>
public sealed class QueryTests(OneMonitor running) : IClassFixture<OneMonitor>
{
    /// <summary>Doors that helpdesks and mail programs open: what those append is no reason to refuse anything.</summary>
    private static readonly string[] ForOthers =
    [
        nameof(AnswerWebhookChallenge), nameof(ApproveReport), nameof(RateTicket), nameof(ReceiveDeliveryReports), nameof(ReceiveEvents),
        nameof(ReceiveWebhook), nameof(ShowAcknowledgement), nameof(ShowBadge), nameof(ShowOnCallCalendar),
        nameof(ShowOwnShifts), nameof(ShowReportApproval), nameof(ShowSurvey), nameof(SwapOwnShift), nameof(TakeAcknowledgement),
    ];

    public static TheoryData<string> Doors => [.. DoorCatalog.All.Where(door => !door.TakesAnyParameter).Select(door => door.Name)];

    public static TheoryData<string, string> Parameters
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var door in DoorCatalog.All)
            {
                foreach (var parameter in door.Parameters) data.Add(door.Name, parameter.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Door_AskedForWhatItDoesNotKnow_Is400_AndSaysWhatThereIs(string name)
    {
        var door = Find(name);
        using var answer = await AskAsync(door, "?unheard-of=1");

        var problem = await answer.ProblemAsync(400);
        Assert.Equal("There is no such parameter.", (string?)problem["title"]);
        Assert.Contains("'unheard-of'", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.All(door.Parameters, known => Assert.Contains(known.Name, (string?)problem["detail"], StringComparison.Ordinal));
        Assert.DoesNotContain("code", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Door_ToldAParameterTwice_Is400(string name, string parameter)
    {
        using var answer = await AskAsync(Find(name), $"?{parameter}=a&{parameter.ToUpperInvariant()}=b");

        var problem = await answer.ProblemAsync(400);
        Assert.Equal("This parameter is given more than once.", (string?)problem["title"]);
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task Door_KnowsItsOwnParameters(string name, string parameter)
    {
        using var answer = await AskAsync(Find(name), $"?{parameter}=a");

        Assert.DoesNotContain("There is no such parameter", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>The host's own parameters: a key, and in Azure the name of the key.</summary>
    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Door_LeavesToTheHostWhatIsTheHosts(string name)
    {
        using var answer = await AskAsync(Find(name), "?code=a&clientId=default");

        Assert.DoesNotContain("There is no such parameter", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void DoorForHelpdesksAndMails_TakesWhatTheyAppend() =>
        Assert.Equal(ForOthers, DoorCatalog.All.Where(door => door.TakesAnyParameter).Select(door => door.Name));

    [Fact]
    public async Task Event_WithATrackedAddress_IsStored()
    {
        using var content = new StringContent(
            """{"specversion":"1.0","type":"ticket.created","source":"/q","id":"1","subject":"HD-1"}""",
            new System.Net.Http.Headers.MediaTypeHeaderValue("application/cloudevents+json"));
        using var answer = await running.Monitor.Http.PostAsync("/api/events?utm_source=gateway&utm_source=again", content);

        Assert.Equal(1, (int)(await answer.JsonAsync())["stored"]!);
    }

    private static Door Find(string name) => DoorCatalog.All.Single(door => door.Name == name);

    private Task<HttpResponseMessage> AskAsync(Door door, string query) =>
        running.Monitor.Http.SendAsync(new HttpRequestMessage(new HttpMethod(door.Methods[0]), OneMonitor.AddressOf(door) + query));
}
