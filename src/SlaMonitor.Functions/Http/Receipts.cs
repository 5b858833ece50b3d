using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Ingestion;

namespace SlaMonitor.Functions.Http;

/// <summary>What a sender is told when its events are safe.</summary>
internal static class Receipts
{
    /// <summary>200, for repeats too (a helpdesk would send a 409 again); 202 where nothing but events of unknown types came.</summary>
    public static IResult Of(IngestionReceipt receipt)
    {
        var total = receipt.Stored + receipt.Duplicates;
        return Json.Of(receipt, total > 0 && receipt.WithoutEffect == total ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
    }
}
