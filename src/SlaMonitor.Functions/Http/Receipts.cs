using Microsoft.AspNetCore.Http;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Views;

namespace SlaMonitor.Functions.Http;

/// <summary>What a sender is told when its events are safe.</summary>
internal static class Receipts
{
    /// <summary>200, for repeats too (a helpdesk would send a 409 again); 202 where nothing came that has an effect.</summary>
    /// <param name="receipt">What became of the events.</param>
    /// <param name="ignored">Why there were none, where that was no mistake.</param>
    public static IResult Of(IngestionReceipt receipt, string? ignored = null)
    {
        if (ignored is not null)
        {
            return Json.Of(
                new IgnoredReceiptView(receipt.Stored, receipt.Duplicates, receipt.WithoutEffect, ignored), StatusCodes.Status202Accepted);
        }

        var total = receipt.Stored + receipt.Duplicates;
        return Json.Of(receipt, total > 0 && receipt.WithoutEffect == total ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
    }
}
