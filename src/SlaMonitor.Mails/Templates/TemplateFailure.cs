using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace SlaMonitor.Mails.Templates;

/// <summary>What the template engine throws for a template's mistake: it has no exception of its own for all of them.</summary>
internal static class TemplateFailure
{
    public static bool Is(Exception error) => error is HandlebarsException or HandlebarsUndefinedBindingException;
}
