using SlaMonitor.Azure.Tables;
using SlaMonitor.Infrastructure.Tests.Snapshots;

namespace SlaMonitor.Infrastructure.Tests.Policies.Data;

/// <summary>The app has no right to make a table: what it uses is there, and nothing else.</summary>
internal sealed class TablesAreThoseOfTheCode : Policy
{
    public override IEnumerable<string> Findings(Snapshot snapshot)
    {
        var there = snapshot.OfType("Microsoft.Storage/storageAccounts/tableServices/tables").Select(table => table.Leaf).ToList();
        return TableNames.All.Except(there).Select(table => $"the code uses a table {table}, which is not made")
            .Concat(there.Except(TableNames.All).Select(table => $"a table {table} is made, which the code does not use"));
    }
}
