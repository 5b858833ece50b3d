using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SlaMonitor.Mails.Composition;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Notification.Orders;
using SlaMonitor.Monitoring.Notification.Surveys;
using SlaMonitor.Monitoring.Notification.Templates;
using SlaMonitor.Monitoring.Notification.WayOut;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Notification;

/// <summary>Wires what tells people, and what they answer.</summary>
internal static class NotificationServices
{
    /// <summary>
    /// Adds the notifier, the acknowledge links and what becomes of mails. Needs the configuration section
    /// <see cref="AcknowledgeOptions.Section"/>.
    /// </summary>
    public static IServiceCollection AddNotification(this IServiceCollection services)
    {
        services.AddOptions<AcknowledgeOptions>().BindConfiguration(AcknowledgeOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AcknowledgeOptions>, AcknowledgeOptionsValidator>());
        services.TryAddSingleton<AcknowledgeTokens>();
        services.TryAddSingleton<AcknowledgeLinks>();
        services.TryAddSingleton<PromiseTaking>();
        services.TryAddSingleton<PromiseHandOver>();
        services.TryAddSingleton<Acknowledger>();
        services.TryAddSingleton<IAcknowledgePages, AcknowledgePages>();

        services.AddTemplates();
        services.TryAddSingleton<IMailComposer, MailComposer>();
        services.TryAddSingleton<MailContentsBuilder>();
        services.TryAddSingleton<UnqueuedMails>();
        services.AddSingleton<ICounts>(provider => provider.GetRequiredService<UnqueuedMails>());
        services.AddOptions<RecipientOptions>().BindConfiguration(RecipientOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<AllowedRecipients>();
        services.AddSingleton<ICounts>(provider => provider.GetRequiredService<AllowedRecipients>());
        services.TryAddSingleton<SentMails>();
        services.TryAddSingleton<UnmatchedReports>();
        services.AddSingleton<ICounts>(provider => provider.GetRequiredService<UnmatchedReports>());
        services.TryAddSingleton<NextToTell>();
        services.TryAddSingleton<OvertakenTellings>();
        services.AddOptions<NotificationOptions>().BindConfiguration(NotificationOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<MailReadiness>();
        services.TryAddSingleton<NotifierIdentity>();
        services.TryAddSingleton<MailWayOut>();
        services.TryAddSingleton<IChannels, NoChannels>();
        services.TryAddSingleton<WaysOut>();
        services.TryAddSingleton<PutOff>();
        services.TryAddSingleton<ReportMail>();
        services.TryAddSingleton<ReportMails>();
        services.TryAddSingleton<SurveyMails>();
        services.TryAddSingleton<SurveyCounts>();
        services.AddSingleton<ICounts>(provider => provider.GetRequiredService<SurveyCounts>());
        services.TryAddSingleton<TicketRater>();
        services.TryAddSingleton<Notifier>();
        services.TryAddSingleton<DeadLetterDesk>();
        services.TryAddSingleton<IDeliveryReports, DeliveryReports>();
        return services;
    }
}
