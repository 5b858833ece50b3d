using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Azure.SendGrid;
using SlaMonitor.Local;

namespace SlaMonitor.Functions.Hosts;

/// <summary>On one machine: SQLite, queues in SQLite, and a mail folder, SMTP, or SendGrid where its key is set.</summary>
internal static class HostPorts
{
    public static IServiceCollection AddHostPorts(this IServiceCollection services, IConfiguration configuration)
    {
        if (SendGridServices.IsConfigured(configuration)) services.AddSendGrid(configuration); // the first mailer that is added stays
        return services.AddLocalPorts(configuration);
    }
}
