/// <reference types="help-ticket-widget/vue" />
