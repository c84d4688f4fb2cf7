using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin;

public class IndexModel : PageModel
{
}
