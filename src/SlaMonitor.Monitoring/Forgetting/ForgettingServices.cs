using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SlaMonitor.Monitoring.Auditing;
using SlaMonitor.Monitoring.Forgetting.Traces;
using SlaMonitor.Monitoring.OnCall;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Forgetting;

/// <summary>Wires what forgets people.</summary>
internal static class ForgettingServices
{
    /// <summary>Adds the erasure. A host adds what it keeps itself as <see cref="IPersonTraces"/>.</summary>
    public static IServiceCollection AddForgetting(this IServiceCollection services)
    {
        services.TryAddSingleton<TicketForgetting>();
        services.TryAddSingleton<ErasureRecords>();
        services.TryAddSingleton<PersonForgetting>();
        services.AddSingleton<IPersonTraces, LedgerTraces>();
        services.AddSingleton<IPersonTraces, ManifestTraces>();
        services.AddSingleton<IPersonTraces, DeadLetterTraces>();
        services.AddSingleton<IPersonTraces, NoteTraces>();
        services.TryAddSingleton<ShiftAmendments>();
        services.AddSingleton<IPersonTraces, ShiftTraces>();
        services.AddSingleton<IPersonTraces, AuditTraces>();
        return services;
    }
}
