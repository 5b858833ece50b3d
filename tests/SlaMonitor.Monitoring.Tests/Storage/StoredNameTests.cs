using SlaMonitor.Core.Tickets;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Tests.Storage;

public sealed class StoredNameTests
{
    [Fact]
    public void Find_NameOfAnyMember_IsThatMember()
    {
        foreach (var type in Enum.GetValues<TicketEventType>()) Assert.Equal(type, StoredName.Find<TicketEventType>(StoredName.Of(type)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Created")]
    [InlineData("1")]
    [InlineData("created,updated")]
    public void Find_AnythingElse_IsNull(string? name) => Assert.Null(StoredName.Find<TicketEventType>(name));

    [Fact]
    public void Of_ValueThatIsNoMember_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => StoredName.Of((TicketEventType)99));
}
