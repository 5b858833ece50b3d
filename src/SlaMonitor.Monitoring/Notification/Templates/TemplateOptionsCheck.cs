using Microsoft.Extensions.Options;
using SlaMonitor.Mails.Preview;

namespace SlaMonitor.Monitoring.Notification.Templates;

/// <summary>Finds mistakes in the administrator's templates at the start.</summary>
internal sealed class TemplateOptionsCheck : IValidateOptions<TemplateOptions>
{
    public ValidateOptionsResult Validate(string? name, TemplateOptions options)
    {
        var problems = TemplateTrial.Run(options.Folder);
        return problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(problems.Select(problem => problem.ToString()));
    }
}
